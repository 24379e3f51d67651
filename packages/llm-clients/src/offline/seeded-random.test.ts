import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.js';

const draws = (seed: string, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

test('gives the same numbers on every machine', () => {
  expect(draws('entente', 4).map((value) => Math.floor(value * 2 ** 32))).toMatchInlineSnapshot(`
    [
      3170737743,
      2431537019,
      1157861927,
      2606036810,
    ]
  `);
});

test('gives each seed its own numbers, within [0, 1)', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const [ofA, ofB] = [draws(a, 5), draws(b, 5)];
      expect(ofA.every((value) => value >= 0 && value < 1)).toBe(true);
      expect(draws(a, 5)).toEqual(ofA);
      if (a !== b) expect(ofA).not.toEqual(ofB);
    }),
  );
});

test('spreads the first number of neighbouring seeds evenly', () => {
  const bins = new Array<number>(10).fill(0);
  for (let seed = 0; seed < 10_000; seed++) {
    const bin = Math.floor((draws(`run-${seed}`, 1)[0] ?? 0) * 10);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  // 1,000 a bin, give or take five standard deviations.
  for (const count of bins) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});
