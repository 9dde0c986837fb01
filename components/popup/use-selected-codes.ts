/** Codes in the text selected on the page the officer is on, at most three, the first one first. */
import { useEffect, useState } from 'react';
import { type DossierCode, findCodes, parseCode } from '../../utils/dossier/code';
import { useSources } from '../shared/sources';

const OFFERED = 3;

function codesIn(text: string): DossierCode[] {
  const whole = parseCode(text);
  const codes = whole ? [whole.code] : findCodes(text).map(({ code }) => code);
  return [...new Set(codes)].slice(0, OFFERED);
}

export function useSelectedCodes(): DossierCode[] {
  const sources = useSources();
  const [codes, setCodes] = useState<DossierCode[]>([]);
  useEffect(() => {
    void sources.selectedText().then((text) => setCodes(text ? codesIn(text) : []));
  }, [sources]);
  return codes;
}
