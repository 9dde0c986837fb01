/** The toolbar's popup: type or paste a code, see what each system says of it. The keyboard alone is enough. */
import { useEffect, useRef, useState } from 'react';
import { type DossierCode, parseCode } from '../../utils/dossier/code';
import { parseShorthand } from '../../utils/dossier/shorthand';
import { EmptyState } from '../shared/EmptyState';
import { PageLinks } from '../shared/PageLinks';
import { PilotCard } from '../shared/PilotCard';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { useAsking } from '../shared/use-asking';
import { CodeForm } from './CodeForm';
import { LookupResult } from './LookupResult';
import { RecentList } from './RecentList';
import { Today } from './Today';
import { useSelectedCodes } from './use-selected-codes';

/** Dossiers offered for one shorthand. */
const MEANT = 5;

export function Popup() {
  const t = useWords();
  const asking = useAsking('popup');
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  const [code, setCode] = useState<DossierCode | null>(null);
  /** To be asked for as soon as what the ledger knows of it stands there. */
  const [wanted, setWanted] = useState<DossierCode | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const recents = useRef<HTMLUListElement>(null);
  const offered = useSelectedCodes();
  const { given, shortFor, view } = useSources();
  const typed = parseCode(text)?.code;
  const latest = useRef('');
  /** Several dossiers that the typed shorthand may mean. */
  const [meant, setMeant] = useState<DossierCode[]>([]);

  useEffect(() => {
    const [first] = offered;
    if (!first || !input.current || input.current.value !== '') return;
    setText(first);
    // React writes the value after this turn; selected, it gives way to what is typed.
    const frame = requestAnimationFrame(() => input.current?.select());
    return () => cancelAnimationFrame(frame);
  }, [offered]);

  // Read while the officer still types: when he presses Enter, it is there. No system is asked.
  useEffect(() => {
    if (typed === undefined) return;
    const ahead = view(typed).subscribe(() => undefined);
    return () => ahead.unsubscribe();
  }, [typed, view]);

  const lookUp = (typed: string) => {
    setMeant([]);
    latest.current = typed;
    const short = parseShorthand(typed);
    if (short) {
      void shortFor([short]).then((found) => {
        if (typed !== latest.current) return;
        const [only = '', more] = found.get(short) ?? [];
        if (more) setMeant((found.get(short) ?? []).slice(0, MEANT));
        else lookUpCode(only);
      });
    } else lookUpCode(typed);
  };

  const lookUpCode = (typed: string) => {
    const parsed = parseCode(typed);
    setBad(!parsed);
    if (!parsed) {
      input.current?.focus();
      return;
    }
    setText(parsed.code);
    setCode(parsed.code);
    setWanted(parsed.code);
  };

  /** Shows what is known; no system is asked. */
  const show = (known: DossierCode) => {
    setText(known);
    setBad(false);
    setCode(known);
    setWanted(null);
    input.current?.focus();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what the lookup was opened with
  useEffect(() => {
    if (!given) return;
    setText(given);
    lookUp(given);
  }, []);

  /** An emptied field brings the recent lookups back. */
  const type = (typed: string) => {
    setText(typed);
    latest.current = typed;
    setBad(false);
    setMeant([]);
    if (typed === '') setCode(null);
  };

  return (
    <div className="flex min-h-[26rem] w-[25rem] min-w-full max-w-full flex-col bg-page">
      <header className="flex flex-wrap items-center justify-between gap-x-3 border-b border-line bg-ground px-4 py-2">
        <h1 className="text-base font-bold">{t('extName')}</h1>
        <PageLinks pages={['board', 'batch', 'options', 'help']} />
      </header>
      <main className="flex grow flex-col gap-3 p-4">
        <CodeForm
          input={input}
          text={text}
          bad={bad}
          offered={meant.length > 0 ? meant : offered}
          short={meant.length > 0}
          onType={type}
          onLookUp={lookUp}
          onDown={() => recents.current?.querySelector('button')?.focus()}
        />
        {code && !bad ? (
          <LookupResult
            key={code}
            code={code}
            asking={asking}
            wanted={wanted === code}
            onAsked={() => setWanted(null)}
          />
        ) : (
          <>
            <PilotCard />
            <Today onChoose={show} />
            <RecentList
              ref={recents}
              onChoose={lookUp}
              onLeave={() => input.current?.focus()}
              empty={<EmptyState title={t('popup_empty_title')}>{t('popup_empty_text')}</EmptyState>}
            />
          </>
        )}
      </main>
    </div>
  );
}
