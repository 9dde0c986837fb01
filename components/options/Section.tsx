/** A part of the settings page with its heading and, where it needs one, a line of explanation. */
import type { ReactNode } from 'react';

export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="rounded border border-line bg-ground p-4">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      {lead && <p className="mb-2 text-muted">{lead}</p>}
      {children}
    </section>
  );
}
