/** What went wrong and what to do, said aloud at once. */
export function Notice({ id, children }: { id?: string; children: string }) {
  return (
    <p
      id={id}
      role="alert"
      className="flex items-start gap-2 rounded border-l-4 border-off bg-off-soft px-3 py-2 text-ink"
    >
      {children}
    </p>
  );
}
