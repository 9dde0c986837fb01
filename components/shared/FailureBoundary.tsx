/** Shown when a page could not read what is kept: what happened and what to do, in both languages (settings may be what failed). */
import { Component, type ReactNode } from 'react';
import { translator } from '../../utils/platform/i18n';

export class FailureBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

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
