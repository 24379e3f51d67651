import { expect, it } from 'vitest';
import { Turnstile } from './turnstile.js';

it('lets one in at a time, in the order of arrival', async () => {
  const turnstile = new Turnstile();
  const order: string[] = [];
  let inside = 0;
  await Promise.all(
    ['a', 'b', 'c', 'd'].map(async (name) => {
      const leave = await turnstile.enter();
      inside += 1;
      expect(inside).toBe(1);
      await Promise.resolve();
      order.push(name);
      inside -= 1;
      leave();
    }),
  );
  expect(order).toEqual(['a', 'b', 'c', 'd']);
  expect(turnstile.isTaken).toBe(false);
});

it('gives the place of one who leaves the row to the next', async () => {
  const turnstile = new Turnstile();
  const leave = await turnstile.enter();
  const caller = new AbortController();
  const waiting = turnstile.enter(caller.signal);
  const next = turnstile.enter();
  caller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  leave();
  (await next)();
  expect(turnstile.isTaken).toBe(false);
});
