/** Moves through the pages of a long table. */
import { Button } from '../shared/Button';
import { useWords } from '../shared/settings-context';

export function Pager({
  page,
  pages,
  onPage,
}: {
  /** From 0. */
  page: number;
  pages: number;
  onPage: (page: number) => void;
}) {
  const t = useWords();
  return (
    <nav aria-label={t('board_pager')} className="flex items-center justify-center gap-3">
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t('board_previous')}
      </Button>
      <span aria-current="page">{t('board_page_of', [String(page + 1), String(pages)])}</span>
      <Button disabled={page >= pages - 1} onClick={() => onPage(page + 1)}>
        {t('board_next')}
      </Button>
    </nav>
  );
}
