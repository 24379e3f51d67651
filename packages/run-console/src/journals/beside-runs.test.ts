import { describe, expect, it } from 'vitest';
import { BesideRuns } from './beside-runs.js';

describe('BesideRuns', () => {
  it('does one piece at a time, and of a run only the newest that waits', async () => {
    const done: string[] = [];
    let underWay = 0;
    const beside = new BesideRuns(() => {});
    const piece = (name: string) => async (): Promise<void> => {
      expect(++underWay).toBe(1);
      await new Promise(setImmediate);
      underWay--;
      done.push(name);
    };
    for (const name of ['a1', 'a2', 'b1', 'a3']) beside.add(name[0]!, piece(name));
    await beside.join();
    expect(done).toEqual(['a1', 'b1', 'a3']);
  });

  it('tells what failed and goes on', async () => {
    const failed: unknown[] = [];
    const done: string[] = [];
    const beside = new BesideRuns((runId, error) => failed.push([runId, String(error)]));
    beside.add('a', () => Promise.reject(new Error('no room')));
    beside.add('b', async () => {
      done.push('b');
      beside.add('c', async () => void done.push('c'));
    });
    await beside.join();
    expect([failed, done]).toEqual([[['a', 'Error: no room']], ['b', 'c']]);
  });
});
