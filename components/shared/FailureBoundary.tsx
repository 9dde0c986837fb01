/** Shown when a page could not read what is kept: what happened and what to do, in both languages (settings may be what failed). */
import { Component, type ReactNode } from 'react';
import { translator } from '../../utils/platform/i18n';

/** A page that fails again at once is not loaded a third time. */
const RELOADED = 'reloadedAt';
const REST_MS = 30_000;

interface Props {
  children: ReactNode;
  /** Sees to what is kept. @returns whether the page may be tried again */
  mend?: () => Promise<boolean>;
}

export class FailureBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(): void {
    if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < REST_MS) return;
    void this.props.mend?.().then((mended) => {
      if (!mended) return;
      sessionStorage.setItem(RELOADED, String(Date.now()));
      location.reload();
    });
  }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="p-4">
        <h1 className="text-base font-bold">{translator('vi')('extName')}</h1>
        <div role="alert">
          <p className="mt-2">{translator('vi')('shared_failed')}</p>
          <p lang="en" className="mt-2 text-muted">
            {translator('en')('shared_failed')}
          </p>
        </div>
      </main>
    );
  }
}
