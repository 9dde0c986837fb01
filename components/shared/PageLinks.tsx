/** Ways to the extension's other pages. */
import { useWords } from './settings-context';

export type PageName = 'board' | 'batch' | 'options' | 'help';

export function PageLinks({ pages }: { pages: PageName[] }) {
  const t = useWords();
  return (
    <nav aria-label={t('shared_pages')} className="flex flex-wrap gap-x-3">
      {pages.map((page) => (
        <a
          key={page}
          href={`/${page}.html`}
          target="_blank"
          rel="noreferrer"
          className="inline-block py-1 text-[0.8125rem]"
        >
          {t(`${page}_title`)}
        </a>
      ))}
    </nav>
  );
}
