import './app.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Frame } from './Frame';
import type { Sources } from './sources';

/** Puts a page into `#root` of its document. `titleKey` names the document's title in `_locales`. */
export function mount(page: ReactNode, sources: Sources, titleKey: string): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  createRoot(root).render(
    <Frame sources={sources} titleKey={titleKey}>
      {page}
    </Frame>,
  );
}
