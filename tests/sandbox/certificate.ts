import { generate } from 'selfsigned';
import { HOSTS } from './hosts';

/** A certificate for every host of the sandbox, made anew for each run and trusted by nobody. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const names = ['*.gov.vn', ...Object.keys(HOSTS)];
  const made = await generate([{ name: 'commonName', value: 'Cổng thử trên máy này' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: names.map((value) => ({ type: 2 as const, value })),
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
