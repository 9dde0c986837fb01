/** A page with components, and its papers at work: what they ask, count and paint. */
import type { Reading } from '../../../utils/dossier/sighting';
import { translator } from '../../../utils/platform/i18n';
import type { PageReading } from '../../../utils/reading';
import type { Place } from '../../../utils/reading/place';
import { createPagePapers, type PaperPorts } from '../../../utils/reuse/page-papers';
import type { ProcedureSaid } from '../../../utils/reuse/procedure-here';
import { asksToSupplement } from '../../../utils/reuse/supplement-field';

// The page's layout is the browser's to know: here everything is visible that is not said to be hidden.
Element.prototype.checkVisibility = function () {
  return !this.closest('[hidden]');
};

export const LIST = `<h3>Thành phần hồ sơ</h3><table><tr><th>STT</th><th>Tên giấy tờ</th></tr>
<tr><td>1</td><td id="form">Tờ khai đăng ký lại khai sinh</td></tr>
<tr><td>2</td><td id="birth">Bản sao Giấy khai sinh</td></tr>
<tr><td>3</td><td id="card">Căn cước công dân</td></tr></table>`;
export const CODE = 'H26.14-261120-0001';
export const OTHER = 'H26.14-261120-0002';

export const placeOf = (id: string): Place => {
  const node = document.getElementById(id)?.firstChild as Text;
  return { kind: 'text', node, start: 0, end: node.length };
};

export const dossier = (id: string, code: string, more: Partial<Reading> = {}) => ({
  reading: { code, ...more } as Reading,
  places: [placeOf(id)],
});

export function reading(dossiers: ReturnType<typeof dossier>[] = []): PageReading {
  const components = ['form', 'birth', 'card'].map((id) => ({
    text: document.getElementById(id)?.textContent ?? '',
    place: placeOf(id),
  }));
  return { dossiers, components, doubts: [] } as unknown as PageReading;
}

export interface Seen {
  asked: { said: ProcedureSaid; papers: string[] }[];
  spared: [string, string[]][];
  marks: { key: string; chip: string; place: Place; under?: { start: number; end: number }[] }[];
  summary?: { text: string; code?: string };
}

export function started(covered: boolean, more: Partial<PaperPorts> = {}) {
  const seen: Seen = { asked: [], spared: [], marks: [] };
  const papers = createPagePapers(document, {
    databases: { 'civil-status': { state: 'in-use' } },
    t: translator('vi'),
    procedure: async (said, named) => {
      seen.asked.push({ said, papers: named });
      return { covered };
    },
    spared: (code, named) => seen.spared.push([code, named]),
    paint: (marks, summary) => {
      seen.marks = marks.map(({ key, place, prompt, under }) => ({ key, place, chip: prompt.chip, under }));
      seen.summary = summary;
    },
    asks: asksToSupplement,
    around: () => undefined,
    ...more,
  });
  return { papers, seen };
}
