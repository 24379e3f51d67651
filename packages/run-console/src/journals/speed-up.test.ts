import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownOverheadMs, speedUp } from './speed-up.js';

test('a speed-up is above 1, or there is none and the rest of the wall time is our own', () => {
  const ms = fc.double({ min: 0, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(ms, ms, (sequentialMs, wallMs) => {
      const gained = speedUp({ sequentialMs, wallMs });
      if (gained !== null) expect(gained).toBeGreaterThan(1);
      const ownMs = ownOverheadMs({ sequentialMs, wallMs });
      if (ownMs !== null) {
        expect(gained).toBeNull();
        expect(ownMs).toBeGreaterThanOrEqual(0);
        expect(ownMs + sequentialMs).toBeCloseTo(wallMs);
      }
    }),
  );
});

test('there is neither where calls took no time', () => {
  expect([speedUp({ sequentialMs: 0, wallMs: 900 }), ownOverheadMs({ sequentialMs: 0, wallMs: 900 })]).toEqual([null, null]);
});
