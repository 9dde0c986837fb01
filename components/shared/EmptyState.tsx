/** What a page says while it has nothing to show: what this place is for and what to do. */
import type { ReactNode } from 'react';

export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-8 text-center">
      <svg viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" className="text-edge">
        <path
          d="M12 6h18l8 8v26H12Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
        />
        <path
          d="M30 6v8h8M18 22h12M18 28h8"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
        <circle cx="33" cy="34" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="m37.5 38.5 5 5" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
    </div>
  );
}
