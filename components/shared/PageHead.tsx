/** The head of a full page: what it is, in one line what it is for, ways to the others. */
import { PageLinks, type PageName } from './PageLinks';
import { useWords } from './settings-context';

export function PageHead({ title, lead, pages }: { title: string; lead: string; pages: PageName[] }) {
  const t = useWords();
  return (
    <header className="flex flex-col gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="text-xs font-semibold text-muted">{t('extName')}</p>
        <PageLinks pages={pages} />
      </div>
      <h1 className="text-xl font-bold">{title}</h1>
      <p className="max-w-prose text-muted">{lead}</p>
    </header>
  );
}
