/** Asking the systems about one dossier: what was asked, how far the answers are, what went wrong. */
import { useCallback, useRef, useState } from 'react';
import type { DossierCode } from '../../utils/dossier/code';
import type { SystemId } from '../../utils/dossier/sighting';
import type { DossierView } from '../../utils/view/dossier-view';
import { useSources } from './sources';

export interface Asking {
  /** The question is on its way to the background. */
  sending: boolean;
  /** Systems that were asked by the last click; null before the first. */
  asked: SystemId[] | null;
  /** How many were not asked because their last word is fresh; because they are paused. */
  fresh: number;
  paused: number;
  failed: boolean;
  ask(code: DossierCode, systems?: SystemId[]): void;
}

const NOTHING = { asked: null, fresh: 0, paused: 0 };

export function useAsking(why: 'panel' | 'popup'): Asking {
  const sources = useSources();
  const [state, setState] = useState<Omit<Asking, 'ask'>>({ ...NOTHING, sending: false, failed: false });
  const underWay = useRef<DossierCode | null>(null);
  const ask = useCallback(
    (code: DossierCode, systems?: SystemId[]) => {
      // The button is not disabled meanwhile: that would take the focus from the keyboard.
      if (underWay.current === code) return;
      underWay.current = code;
      setState({ ...NOTHING, sending: true, failed: false });
      void sources.ask(code, why, systems).then((answer) => {
        // Another dossier was asked for since: it is that one's answer that counts.
        if (underWay.current !== code) return;
        underWay.current = null;
        if ('refused' in answer) setState({ ...NOTHING, sending: false, failed: true });
        else {
          const { asked, fresh, paused } = answer;
          setState({ asked, fresh: fresh.length, paused: paused.length, sending: false, failed: false });
        }
      });
    },
    [sources, why],
  );
  return { ...state, ask };
}

/** @returns how many of the systems asked have answered, as the view has it now */
export function progressOf(view: DossierView, asked: SystemId[]): { answered: number; of: number } {
  const waiting = new Set(
    view.lines
      .filter((line) => line.state === 'asking' || line.state === 'never-asked')
      .map((line) => line.system),
  );
  return { answered: asked.filter((system) => !waiting.has(system)).length, of: asked.length };
}
