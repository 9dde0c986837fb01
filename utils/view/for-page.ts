/** Views as a page gets them: the background opens addresses, and what a card does not show stays with it. */
import type { DossierView } from './dossier-view';

/** Of each address its origin alone is left: long lists then say the same things of many dossiers, and are kept once. */
export function forPage(views: readonly DossierView[]): DossierView[] {
  return views.map((view) => ({
    ...view,
    lines: view.lines.map(({ seenAt, openUrl, ...line }) => ({
      ...line,
      ...(openUrl && { openUrl: new URL(openUrl).origin }),
    })),
  }));
}
