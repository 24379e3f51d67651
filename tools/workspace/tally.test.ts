import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTallies, formatTally, parseTally } from './tally.mjs';

const anyTally = fc.record({ passed: fc.nat(), failed: fc.nat(), skipped: fc.nat() });

describe('a tally', () => {
  it('is written as one line, with skipped tests only where there are any', () => {
    expect(formatTally({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(formatTally({ passed: 12, failed: 3, skipped: 1 })).toBe('12 passed, 3 failed, 1 skipped');
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(anyTally, (tally) => {
        expect(parseTally(formatTally(tally))).toEqual(tally);
      }),
    );
  });

  it('is not read from any other line', () => {
    expect(parseTally('Tests  12 passed, 0 failed in 3 s')).toBeUndefined();
  });

  it('never loses a failure in a sum', () => {
    fc.assert(
      fc.property(fc.array(anyTally), (tallies) => {
        expect(addTallies(tallies).failed > 0).toBe(tallies.some(({ failed }) => failed > 0));
      }),
    );
  });
});
