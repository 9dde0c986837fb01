/** The gate inside a browser. */
import { gate, rootSteps } from '../../../utils/reading/gate';
import { atOnce } from '../../../utils/reading/in-slices';

declare global {
  interface Window {
    /** Whether the gate lets a page with this body in; `inShadow` goes into an open root of the first such element. */
    soiGate(html: string, inShadow?: string, host?: string): boolean;
  }
}

window.soiGate = (html, inShadow, host = 'x-dossier') => {
  document.body.innerHTML = html;
  if (inShadow) {
    const root = document.querySelector(host)?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = inShadow;
  }
  return gate(document, atOnce(rootSteps(document)));
};
