/** `npm run -s reconcile < sightings.json`: what is out of sync, as JSON. Exit 1 and one line naming the wrong value otherwise. */
import { text } from 'node:stream/consumers';
import { answer } from '../utils/reconcile/answer';

const result = answer(await text(process.stdin));
if ('problem' in result) {
  process.stderr.write(`${result.problem}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${JSON.stringify(result.answer)}\n`);
}
