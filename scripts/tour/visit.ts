/** The tour for a person: the pages stand open, the terminal says what to look at. */
import type { Sandbox, TourPage } from '../../tests/sandbox';
import type { Launched } from '../browser/launch';

/** A person does not need thirty tabs: one of each kind of page a system has. */
function oneOfEach(pages: TourPage[]): TourPage[] {
  const first = new Map([...pages].reverse().map((page) => [`${page.system} ${page.kind}`, page]));
  return pages.filter((page) => first.get(`${page.system} ${page.kind}`) === page);
}

/** Opens the pages in tabs of their own and waits until the window is closed. */
export async function visit({ browser }: Launched, sandbox: Sandbox): Promise<void> {
  const [blank] = await browser.pages();
  for (const { url, title } of oneOfEach(sandbox.pages)) {
    const page = await browser.newPage();
    await page.goto(url);
    console.log(`${title}\n  ${url}`);
  }
  await blank?.close();
  console.log(`
What to look at:
  · chips and marks beside the dossier codes; click one, hover, or Tab to it for the card
  · in the card: every system's word, when it was seen, what disagrees and why; "Bảng bên" opens the side panel
  · component lines on detail pages: papers that the nine databases replace
  · the toolbar button: paste or type a code
  · faults: POST to ${sandbox.controlUrl}/dials, e.g. {"host":"dichvucong.gov.vn","sessionExpired":true}
Close the window to end.`);
  await new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
}
