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
      <main role="alert" className="p-4 text-sm">
        <p>{translator('vi')('shared_failed')}</p>
        <p lang="en" className="mt-2 text-muted">
          {translator('en')('shared_failed')}
        </p>
      </main>
    );
  }
}
