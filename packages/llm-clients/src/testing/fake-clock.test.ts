import { expect, test } from 'vitest';
import { createFakeClock } from './fake-clock.js';

test('wakes sleepers in the order they are due, and equals in the order they came', async () => {
  const clock = createFakeClock(0);
  const woken: string[] = [];
  const sleep = async (name: string, ms: number): Promise<void> => {
    await clock.sleep(ms);
    woken.push(`${name}@${clock.now()}`);
  };
  void sleep('late', 30);
  void sleep('first', 10);
  void sleep('second', 10);
  await clock.advance(10);
  expect(woken).toEqual(['first@10', 'second@10']);
  expect(clock.sleeping).toBe(1);
  await clock.advance(25);
  expect(woken).toEqual(['first@10', 'second@10', 'late@30']);
  expect(clock.now()).toBe(35);
});

test('runs until a promise settles, through sleeps that begin on the way', async () => {
  const clock = createFakeClock(0);
  const work = async (): Promise<number> => {
    for (let round = 0; round < 100; round++) await clock.sleep(1_000);
    return clock.now();
  };
  expect(await clock.runUntil(work())).toBe(100_000);
});

test('passes on what a promise failed with', async () => {
  const clock = createFakeClock();
  const failing = clock.sleep(5).then(() => {
    throw new Error('no luck');
  });
  await expect(clock.runUntil(failing)).rejects.toThrow('no luck');
});

test('ends a sleep with the reason of its signal', async () => {
  const clock = createFakeClock();
  const controller = new AbortController();
  const sleeping = clock.sleep(1_000, controller.signal);
  controller.abort(new Error('enough'));
  await expect(sleeping).rejects.toThrow('enough');
  expect(clock.sleeping).toBe(0);
  await expect(clock.sleep(1, controller.signal)).rejects.toThrow('enough');
});
