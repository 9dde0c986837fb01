/** Copies a text and says whether it did, in the button itself and to screen readers. */
import { useEffect, useState } from 'react';
import { Button } from './Button';
import { useWords } from './settings-context';
import { useSources } from './sources';

export function CopyButton({ text, label, name }: { text: () => string; label: string; name?: string }) {
  const { copy } = useSources();
  const t = useWords();
  const [done, setDone] = useState<boolean | null>(null);
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => setDone(null), 2_500);
    return () => clearTimeout(timer);
  }, [done]);
  const told = done === null ? '' : t(done ? 'shared_copied' : 'shared_copy_failed');
  return (
    <>
      <Button aria-label={name} onClick={() => void copy(text()).then(setDone)}>
        {told || label}
      </Button>
      <span role="status" className="sr-only">
        {told}
      </span>
    </>
  );
}
