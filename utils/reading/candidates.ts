/**
 * From what a page offers for a dossier to what is believed. Each block or row offers candidates for a field; the better
 * label wins, then the nearer; two equally good that differ are a doubt, and a doubt leaves the field out.
 */
import { type DossierCode, findCodes } from '../dossier/code';
import { fold } from '../dossier/fold';
import type { Channel, Reading } from '../dossier/sighting';
import type { LocalTime } from '../dossier/time';
import {
  channelOf,
  isAbsent,
  procedureCodeOf,
  procedureOf,
  sameTime,
  soundsLikeProcedure,
  statusOf,
  timeOf,
} from './field-values';
import { type Label, type LabelKind, UNSURE } from './labels';
import { overdueOf, paymentOf } from './wording';

/** Why a field of a dossier was left out. Values are not named: they may be personal. */
export interface Doubt {
  code?: DossierCode;
  field: keyof Reading | 'code';
  reason: 'several-values' | 'several-times' | 'only-step-deadline' | 'no-single-block' | 'sources-differ';
  /** The labels in question, folded. */
  labels: string[];
}

export interface Candidate {
  label: Label;
  phrases: string[];
  /** Steps up from the code to what holds both; 0 for a column of the code's own row. */
  distance: number;
  /** A sentence perhaps: believed only when the value proves itself. */
  loose?: boolean;
}

/** What one block or row says. `weakName`: a name under a label that often carries citizens' names. */
export interface Offer {
  reading: Partial<Reading>;
  weakName?: string;
  doubts: Omit<Doubt, 'code'>[];
}

const TIMES = ['receivedAt', 'dueAt', 'resolvedAt', 'statusAt'] as const;
/** From this rank on a "name" is as often the citizen's matter as the procedure. */
const WEAK_NAME = 3;

type Value = { at: Candidate; text: string };

/** The believed values of one block's candidates. */
export function believe(candidates: Candidate[]): Offer {
  const offer: Offer = { reading: {}, doubts: [] };
  const of = (kind: LabelKind) => candidates.filter((c) => c.label.kind === kind);
  for (const field of TIMES) believeTime(field, of(field), offer);
  if (!offer.reading.dueAt && of('stepDue').length > 0) {
    offer.doubts.push({ field: 'dueAt', reason: 'only-step-deadline', labels: labelsOf(of('stepDue')) });
  }
  believeStatus(of('statusText'), offer);
  believeProcedure(of('procedureName'), of('procedureCode'), offer);
  const pick = (kind: LabelKind, textOf: (phrases: string[]) => string | undefined) =>
    best(of(kind).map((at) => ({ at, text: textOf(at.phrases) ?? '' }))).value;
  const agency = pick('agency', (phrases) => phrases.find((p) => !isAbsent(p) && !/^\S*\d\S*$/.test(p)));
  if (agency) offer.reading.agency = agency;
  const channel = pick('channel', (phrases) => channelOf(phrases.join(' ')));
  if (channel) offer.reading.channel = channel as Channel;
  for (const { phrases } of of('payment')) {
    const payment = paymentOf(phrases.join(' '));
    if (payment) offer.reading.payment = payment;
  }
  return offer;
}

function believeTime(field: (typeof TIMES)[number], candidates: Candidate[], offer: Offer): void {
  const values: Value[] = [];
  for (const at of candidates) {
    const time = timeOf(at.phrases.join(' '));
    if (time === 'several') {
      offer.doubts.push({ field, reason: 'several-times', labels: [at.label.text] });
    } else if (time) values.push({ at, text: time });
  }
  const { value, differ } = best(values, sameTime);
  if (value) offer.reading[field] = value as LocalTime;
  else if (differ) offer.doubts.push({ field, reason: 'several-values', labels: labelsOf(candidates) });
}

function believeStatus(candidates: Candidate[], offer: Offer): void {
  const values: Value[] = [];
  for (const at of candidates) {
    const said = statusOf(at.phrases);
    if (said.overdue !== undefined) offer.reading.overdueShown ??= said.overdue;
    if (said.payment) offer.reading.payment ??= said.payment;
    if (said.several)
      offer.doubts.push({ field: 'statusText', reason: 'several-values', labels: [at.label.text] });
    else if (said.text && (said.known || !(at.loose || at.label.rank >= UNSURE)))
      values.push({ at, text: said.text });
  }
  const { value, at, differ } = best(values, (a, b) => (a.toLowerCase() === b.toLowerCase() ? a : undefined));
  // A badge or a lesser label nearer to the code that says otherwise: neither is sure.
  const nearer = values.some((v) => at && v.text !== value && v.at.distance < at.distance);
  if (value && !nearer) offer.reading.statusText = value;
  else if (differ || nearer) {
    offer.doubts.push({ field: 'statusText', reason: 'several-values', labels: labelsOf(candidates) });
  }
}

function believeProcedure(names: Candidate[], codes: Candidate[], offer: Offer): void {
  const values: Value[] = [];
  let inName: string | undefined;
  for (const at of names) {
    const phrases = at.phrases.filter((p) => !isAbsent(p) && !timeOf(p) && findCodes(p).length === 0);
    const chosen = phrases.find(soundsLikeProcedure) ?? phrases.find((p) => procedureOf(p).name) ?? '';
    const { name, code } = procedureOf(chosen);
    inName ??= code ?? phrases.map(procedureCodeOf).find((c) => c);
    if (name && (!at.loose || soundsLikeProcedure(name))) values.push({ at, text: name });
  }
  const { value, at, differ } = best(values);
  if (value && at && at.label.rank >= WEAK_NAME) offer.weakName = value;
  else if (value) offer.reading.procedureName = value;
  else if (differ) {
    offer.doubts.push({ field: 'procedureName', reason: 'several-values', labels: labelsOf(names) });
  }
  const own = codes.map((c) =>
    c.phrases
      // Social insurance numbers its procedures "607" and "630b": only their own label tells.
      .map((p) => procedureOf(p).code ?? procedureCodeOf(p) ?? p.match(/^\d{3}[a-z]?$/)?.[0])
      .find((p) => p),
  );
  const code = own.find((c) => c) ?? inName;
  if (code) offer.reading.procedureCode = code;
}

/** The value of the best label, of these the nearest; nothing when the best differ. */
function best(
  values: Value[],
  same: (a: string, b: string) => string | undefined = (a, b) => (a === b ? a : undefined),
): { value?: string; at?: Candidate; differ?: boolean } {
  const filled = values.filter(({ text }) => text !== '');
  const order = (v: Value) => v.at.label.rank * 1_000 + v.at.distance;
  filled.sort((a, b) => order(a) - order(b));
  const [first] = filled;
  if (!first) return {};
  let value: string | undefined = first.text;
  for (const other of filled.filter((v) => order(v) === order(first))) {
    value = value === undefined ? undefined : same(value, other.text);
  }
  return value === undefined ? { differ: true } : { value, at: first.at };
}

type United = Offer & { reading: Reading; doubts: Doubt[] };

/** What several rows and blocks of one dossier say together; a field on which they differ is left out. */
export function unite(code: DossierCode, offers: Offer[]): United {
  const [only, more] = offers;
  if (only && !more && only.doubts.length === 0) {
    only.reading.code = code;
    return finished(only as United);
  }
  const reading: Reading = { code };
  const doubts: Doubt[] = offers.flatMap((offer) => offer.doubts.map((doubt) => ({ code, ...doubt })));
  const fields = new Set(offers.flatMap((offer) => Object.keys(offer.reading) as (keyof Reading)[]));
  for (const field of fields) {
    const said = [...new Set(offers.map((offer) => offer.reading[field]).filter((v) => v !== undefined))];
    const value = said.reduce<Said>(
      (one, other) => (one === undefined ? one : together(field, one, other)),
      said[0],
    );
    if (value === undefined) doubts.push({ code, field, reason: 'sources-differ', labels: [] });
    else Object.assign(reading, { [field]: value });
  }
  const weakName = offers.find((offer) => offer.weakName)?.weakName;
  return finished({
    reading,
    weakName,
    doubts: doubts.filter((doubt) => reading[doubt.field as keyof Reading] === undefined),
  });
}

/** Work that goes on; "Chờ trả kết quả" is done. */
const GOES_ON = /^(?:da tiep nhan|(?:dang|cho)(?! (?:tra|nhan|cong dan)\b))/;

/** A day of return beside a state of work that goes on is a promise, or of something else. */
function finished(one: United): United {
  const { reading, doubts } = one;
  if (reading.resolvedAt && GOES_ON.test(fold(reading.statusText ?? ''))) {
    delete reading.resolvedAt;
    doubts.push({ code: reading.code, field: 'resolvedAt', reason: 'sources-differ', labels: [] });
  }
  return one;
}

type Said = Reading[keyof Reading];

function together(field: keyof Reading, a: Said, b: Said): Said {
  if ((TIMES as readonly string[]).includes(field)) return sameTime(String(a), String(b));
  return String(a).toLowerCase() === String(b).toLowerCase() ? a : undefined;
}

/** Hints of lateness among texts: true, false, or undefined when they are silent or disagree. */
export function overdueAmong(texts: string[]): boolean | undefined {
  const said = new Set(texts.map(overdueOf).filter((late) => late !== undefined));
  return said.size === 1 ? said.has(true) : undefined;
}

const labelsOf = (candidates: Candidate[]): string[] => [...new Set(candidates.map((c) => c.label.text))];
