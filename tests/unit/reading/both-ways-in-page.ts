/** Reads a page twice inside a browser: rows by their columns where that goes, and every row weighed, as for an explanation. */
import { LIVE_VISIBILITY, PARSED_VISIBILITY, type PageReading, type Place } from '../../../utils/reading';
import { readPage } from '../../../utils/reading/read-page';

declare global {
  interface Window {
    /** Two readings of a page as text, and how many of its dossiers no row was weighed for. */
    soiBothWays(html: string, parse: boolean): { quick: string; weighed: string; unweighed: number };
  }
}

const shownPlace = (place: Place): string =>
  place.kind === 'text'
    ? `${place.node.data} ${place.start}-${place.end} in ${place.node.parentElement?.localName}`
    : place.element.outerHTML;

/** Everything but the order in which fields came. */
const plain = (page: PageReading): string =>
  JSON.stringify({
    dossiers: page.dossiers.map(({ reading, places, procedureText }) => ({
      reading: Object.fromEntries(Object.entries(reading).sort()),
      places: places.map(shownPlace),
      procedureText,
    })),
    components: page.components.map(({ text }) => text),
    doubts: page.doubts.map((doubt) => JSON.stringify(doubt)).sort(),
  });

window.soiBothWays = (html, parse) => {
  document.body.innerHTML = parse ? '' : html;
  const root = parse ? new DOMParser().parseFromString(html, 'text/html') : document;
  const visibility = parse ? PARSED_VISIBILITY : LIVE_VISIBILITY;
  const quick = readPage(root, { visibility });
  const weighed = new Set<unknown>();
  const slow = readPage(root, { visibility, trace: (_, read) => weighed.add(read.code) });
  document.body.innerHTML = '';
  return { quick: plain(quick), weighed: plain(slow), unweighed: slow.dossiers.length - weighed.size };
};
