import { describe, expect, test } from 'vitest';
import { createBarrierGate } from './call-schedule.js';

/** Turns of the event loop that a call takes. */
const after = async (turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
};

describe('the barrier gate', () => {
  test('starts all waiting calls of a prompt together, and the next prompt only when the last of them has returned', async () => {
    const gate = createBarrierGate();
    const happened: string[] = [];
    const ask = (prompt: string, turns: number): Promise<void> =>
      gate(prompt, async () => {
        happened.push(`${prompt} starts`);
        await after(turns);
        happened.push(`${prompt} ends`);
      });
    await Promise.all([1, 5, 2].map((turns) => ask('a', turns).then(() => ask('b', 1))));
    const ends = (prompt: string): string[] => Array.from({ length: 3 }, () => `${prompt} ends`);
    const starts = (prompt: string): string[] => Array.from({ length: 3 }, () => `${prompt} starts`);
    expect(happened).toEqual([...starts('a'), ...ends('a'), ...starts('b'), ...ends('b')]);
  });

  test('takes the prompt that has waited longest, whatever its number of calls', async () => {
    const gate = createBarrierGate();
    const waves: string[] = [];
    const ask = (prompt: string): Promise<void> =>
      gate(prompt, async () => {
        waves.push(prompt);
        await after(1);
      });
    await Promise.all([ask('x').then(() => Promise.all([ask('z'), ask('y')])), ask('y'), ask('w'), ask('x')]);
    expect(waves).toEqual(['x', 'x', 'y', 'y', 'w', 'z']);
  });

  test('gathers all calls of a program, however many promises lie between', async () => {
    const gate = createBarrierGate();
    const waves: number[] = [];
    let together = 0;
    const ask = (): Promise<void> =>
      gate('a', async () => {
        together++;
        await after(1);
        if (together > 0) waves.push(together);
        together = 0;
      });
    await Promise.all(
      [0, 10, 500].map(async (hops) => {
        for (let hop = 0; hop < hops; hop++) await Promise.resolve();
        await ask();
      }),
    );
    expect(waves).toEqual([3]);
  });

  test('goes on after failures', async () => {
    const gate = createBarrierGate();
    const failing = [1, 2].map((turns) =>
      gate('a', async () => {
        await after(turns);
        throw new Error('down');
      }),
    );
    const next = gate('b', async () => 'answer');
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await next).toBe('answer');
  });
});
