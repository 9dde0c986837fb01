import { writeFileSync } from 'node:fs';
import { startOfficer, eventually } from '/tmp/h/w-asks/tests/e2e/officer';
import { startAsking, setPolicy } from '/tmp/h/w-asks/tests/e2e/asking';
import { turnClock } from '/tmp/h/w-asks/tests/e2e/turned-clock';
const N = Number(process.argv[2] ?? 100);
const officer = await startOfficer();
try {
  await (await officer.worker()).evaluate('globalThis.__name = (f) => f'); await turnClock(officer);
  const asking = await startAsking(officer);
  await setPolicy(officer, { systems: { coordination: { enabled: false } } });
  await new Promise(r => setTimeout(r, 500));
  if (process.argv[3]) { const page = await officer.at('https://dichvucong.hanoi.gov.vn/trang-song'); await page.bringToFront(); await page.evaluate("window.live.gradually(Array.from({length:200},(_,i)=>({at:i,code:'H26.18-260105-'+String(1000+i),status:'Đang xử lý'})),200,0)"); await new Promise(r => setTimeout(r, 2500)); }
  const worker = await officer.worker();
  const client = worker.client;
  await client.send('Profiler.enable'); await client.send('Profiler.setSamplingInterval', { interval: 500 });
  await client.send('Profiler.start');
  const codes = Array.from({ length: N }, (_, n) => `H26.18-260105-${String(1000 + n)}`);
  const started = Date.now();
  await asking.page.evaluate((payload) => chrome.runtime.sendMessage({ name: 'batch/start', payload }), { id: crypto.randomUUID(), codes });
  await eventually('end', async () => (await asking.rows<{ state: string }>('batches')).some((b) => b.state === 'done'), 60000).catch(async (e) => { console.log(String(e), Date.now()-started, await asking.rows("batches"), (await asking.rows("activity")).length, (await asking.rows("asking")).slice(0,3), await asking.rows("hosts")); });
  const ms = Date.now() - started;
  const { profile } = await client.send('Profiler.stop');
  writeFileSync('/tmp/h/tmp-asks/page.cpuprofile', JSON.stringify(profile));
  const ours = officer.sandbox.requests.filter(r => r.host === 'dichvucong.gov.vn' && r.mode === 'cors');
  const gaps = ours.slice(1).map((r, i) => r.at - ours[i]!.at).sort((a, b) => a - b);
  console.log(`total ${ms} ms for ${ours.length}; gap median ${gaps[gaps.length >> 1]}, p90 ${gaps[Math.floor(gaps.length * .9)]}`);
  // self time by function
  const byId = new Map(profile.nodes.map((n: any) => [n.id, n]));
  const self = new Map<string, number>();
  profile.samples!.forEach((id: number, i: number) => {
    const n: any = byId.get(id); const k = `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber}:${n.callFrame.columnNumber}`;
    self.set(k, (self.get(k) ?? 0) + profile.timeDeltas![i]! / 1000);
  });
  console.log([...self].sort((a, b) => b[1] - a[1]).slice(0, 25).map(([k, v]) => `${v.toFixed(0)} ms ${k}`).join('\n'));
} finally { await officer.close(); }
