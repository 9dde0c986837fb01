/** The gate inside a browser. */
import { gate } from '../../../utils/reading';

declare global {
  interface Window {
    /** Whether the gate lets a page with this body in; `inShadow` goes into the open root of the first custom element. */
    soiGate(html: string, inShadow?: string): boolean;
  }
}

window.soiGate = (html, inShadow) => {
  document.body.innerHTML = html;
  const host =
    inShadow && [...document.querySelectorAll('*')].find(({ localName }) => localName.includes('-'));
  if (host) host.attachShadow({ mode: 'open' }).innerHTML = inShadow;
  return gate(document);
};
