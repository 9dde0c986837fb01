import { describe, expect, it } from 'vitest';
import { createHostLines, type Served, type Waiting } from '../../../utils/lookup/host-lines';

interface Named extends Waiting {
  served?: Served[];
}

function lines(waits: number[] = []) {
  const order: string[] = [];
  let inFlight = 0;
  let most = 0;
  const made = createHostLines<Named>(
    async (host, { key, served = [] }) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await Promise.resolve();
      inFlight -= 1;
      order.push(`${host} ${key}`);
      return served.shift() ?? 'done';
    },
    async (ms) => {
      waits.push(ms);
    },
  );
  return { ...made, order, most: () => most };
}

describe('one line a host', () => {
  it('the most wanted first, among equals the first', async () => {
    const made = lines();
    for (const [key, rank] of [
      ['a', 1],
      ['b', 1],
      ['c', 0],
      ['d', 2],
    ] as const)
      made.add('x', { key, rank });
    await made.idle();
    expect(made.order).toEqual(['x a', 'x c', 'x b', 'x d']);
    expect(made.most()).toBe(1);
  });

  it('hosts do not wait for one another', async () => {
    const made = lines();
    made.add('x', { key: 'a', rank: 0, served: ['again', 'again'] });
    made.add('y', { key: 'b', rank: 0 });
    await made.idle();
    expect(made.order).toEqual(['x a', 'y b', 'x a', 'x a']);
    expect(made.most()).toBe(2);
  });

  it('the same question once; wanted more it moves forward', async () => {
    const made = lines();
    made.add('x', { key: 'a', rank: 0 });
    for (const [key, rank] of [
      ['b', 1],
      ['c', 2],
      ['c', 2],
      ['c', 0],
    ] as const)
      made.add('x', { key, rank });
    await made.idle();
    expect(made.order).toEqual(['x a', 'x c', 'x b']);
  });

  it('taken out while it waits it is not served', async () => {
    const made = lines();
    made.add('x', { key: 'a', rank: 0 });
    made.add('x', { key: 'b', rank: 0 });
    made.remove('b');
    expect(made.has('b')).toBe(false);
    await made.idle();
    expect(made.order).toEqual(['x a']);
  });

  it('a wait is told', async () => {
    const waits: number[] = [];
    const made = lines(waits);
    made.add('x', { key: 'a', rank: 1, served: [{ waitMs: 500 }] });
    await made.idle();
    expect(waits).toEqual([500]);
    expect(made.order).toEqual(['x a', 'x a']);
  });

  it('whoever comes while another is served is looked at before any wait', async () => {
    const waits: number[] = [];
    const made = lines(waits);
    made.add('x', { key: 'a', rank: 1, served: [{ waitMs: 500 }] });
    await Promise.resolve();
    made.add('x', { key: 'b', rank: 0 });
    await made.idle();
    expect(waits).toEqual([]);
    expect(made.order).toEqual(['x a', 'x b', 'x a']);
  });

  it('a line that ended starts anew', async () => {
    const made = lines();
    made.add('x', { key: 'a', rank: 0 });
    await made.idle();
    made.add('x', { key: 'a', rank: 0 });
    await made.idle();
    expect(made.order).toEqual(['x a', 'x a']);
  });
});
