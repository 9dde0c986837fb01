/** Inside a browser: the procedures that a page names, and whether the gate lets that page in. */
import { LIVE_VISIBILITY } from '../../../utils/reading';
import { gate, rootSteps } from '../../../utils/reading/gate';
import { atOnce } from '../../../utils/reading/in-slices';
import { readPage } from '../../../utils/reading/read-page';

declare global {
  interface Window {
    /** As "number | name @ the text where it stands"; null where the gate keeps the reader out. */
    soiProcedures(html: string): string[] | null;
  }
}

window.soiProcedures = (html) => {
  document.body.innerHTML = html;
  if (!gate(document, atOnce(rootSteps(document)))) return null;
  const { procedures = [] } = readPage(document, { visibility: LIVE_VISIBILITY });
  return procedures.map(({ code = '', name = '', place }) => {
    const at =
      place.kind === 'text' ? place.node.data.slice(place.start, place.end) : place.element.localName;
    return `${code} | ${name} @ ${at}`;
  });
};
