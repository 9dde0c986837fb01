/** Questions to other systems as the ledger sees them: written before the request goes, removed with its answer. */
import type { DossierCode } from '../dossier/code';
import type { Sighting } from '../dossier/sighting';
import { fillActivity } from './activity';
import type { Activity, Asking, CodeOnSystem, Ledger, Try } from './database';
import { record } from './record';

/**
 * Writes questions down. One that is written already stays as it is, unless it is now `wanted` more: then its reason and
 * time are the new ones, and what was learnt so far is kept; pages that show it are added to those that did. One that was
 * answered since its asker looked is not written.
 * @param seen the tries that the asker saw
 */
export async function startAsking(
  db: Ledger,
  questions: readonly Asking[],
  seen: readonly Try[] = [],
  wanted: (known: Asking, other: Asking) => boolean = () => false,
): Promise<void> {
  await db.transaction('rw', db.asking, db.tries, async () => {
    const keys = questions.map(({ code, system }): CodeOnSystem => [code, system]);
    const [stored, tries] = await Promise.all([db.asking.bulkGet(keys), db.tries.bulkGet(keys)]);
    const rows = questions.flatMap((question, i) => {
      const [known, last] = [stored[i], tries[i]];
      if (known) {
        const pages = [...new Set([...(known.pages ?? []), ...(question.pages ?? [])])];
        const more = (known.unwanted || wanted(known, question)) && { ...question, unwanted: undefined };
        return { ...known, ...more, ...(pages.length > 0 && { pages }) };
      }
      const answered = last && !seen.some(({ code, at }) => code === last.code && at === last.at);
      return answered ? [] : question;
    });
    await db.asking.bulkPut(rows);
  });
}

/** Notes under which codes the system has none, and what that request was: asked again, only the others are. @returns whether it goes on */
export function noteAbsent(
  db: Ledger,
  row: Asking,
  absentUnder: DossierCode[],
  activity: Activity,
): Promise<boolean> {
  return note(db, row, { absentUnder, unproven: undefined }, activity);
}

/** Notes that the system's list was empty, which counts once it is known that somebody is signed in. @returns whether it goes on */
export function noteUnproven(
  db: Ledger,
  row: Asking,
  unproven: DossierCode,
  activity: Activity,
): Promise<boolean> {
  return note(db, row, { unproven }, activity);
}

/**
 * Notes that a request came to nothing and is to be made again.
 * @param otherHost the turn of the host that it was sent on to
 * @returns whether it goes on
 */
export function noteFailure(
  db: Ledger,
  row: Asking,
  activity: Activity,
  otherHost?: Asking['otherHost'],
): Promise<boolean> {
  return note(db, row, { failures: (row.failures ?? 0) + 1, otherHost }, activity);
}

/** What was learnt of a question that is not over. One that nobody wants any more ends here. @returns whether it goes on */
async function note(
  db: Ledger,
  { code, system }: Asking,
  learnt: Partial<Asking>,
  activity: Activity,
): Promise<boolean> {
  return db.transaction('rw', db.asking, db.activity, async () => {
    await fillActivity(db, activity);
    const row = await db.asking.get([code, system]);
    if (row?.unwanted) await db.asking.delete([code, system]);
    if (!row || row.unwanted) return false;
    await db.asking.update([code, system], learnt);
    return true;
  });
}

/** Takes a question back that is under way: it comes to its end, and nothing follows. Not one that somebody else wants. */
export async function endUnwanted(db: Ledger, { code, system, why }: Asking): Promise<void> {
  await db.transaction('rw', db.asking, async () => {
    const row = await db.asking.get([code, system]);
    if (row?.why === why) await db.asking.update([code, system], { unwanted: true });
  });
}

/** True where a request was made for a question, under whichever code of its dossier; by the diary, and by what was learnt. */
export async function wasSent(db: Ledger, row: Asking, codes: readonly DossierCode[]): Promise<boolean> {
  const { system, since, failures, absentUnder, unproven } = row;
  if (failures || absentUnder || unproven) return true;
  const sent = await db.activity
    .where('at')
    .aboveOrEqual(since)
    .and((one) => one.system === system && codes.includes(one.code))
    .count();
  return sent > 0;
}

/**
 * Ends a question: what was answered (under each code that was asked), the try, the end of asking and what the diary says
 * of it are written together, so that a worker's death leaves either all or nothing. A question that was erased
 * meanwhile leaves no trace.
 */
export async function endAsking(
  db: Ledger,
  attempt: Try,
  answers: readonly Sighting[] = [],
  activity?: Activity,
): Promise<DossierCode[]> {
  const tables = [db.asking, db.latest, db.changes, db.links, db.tries, db.arrivals, db.activity];
  return db.transaction('rw', tables, async () => {
    if (activity) await fillActivity(db, activity);
    const key: CodeOnSystem = [attempt.code, attempt.system];
    if (!(await db.asking.get(key))) return [];
    await db.asking.delete(key);
    const changed = await record(db, answers);
    await db.tries.put(attempt);
    return [...new Set([attempt.code, ...changed])];
  });
}

/**
 * Takes a question back without an answer, unless somebody else wants it by now, or one more page.
 * @returns whether nobody asks it any more
 */
export async function dropAsking(
  db: Ledger,
  { code, system, why, pages }: Pick<Asking, 'code' | 'system' | 'why' | 'pages'>,
): Promise<boolean> {
  return db.transaction('rw', db.asking, async () => {
    const row = await db.asking.get([code, system]);
    if (row && (row.why !== why || row.pages?.length !== pages?.length)) return false;
    await db.asking.delete([code, system]);
    return true;
  });
}

/** Takes back what a list has in line for a system, all but the one question that is under way. */
export async function dropBatch(
  db: Ledger,
  { code, system }: Pick<Asking, 'code' | 'system'>,
): Promise<void> {
  await db.asking.filter((row) => row.system === system && row.why === 'batch' && row.code !== code).delete();
}
