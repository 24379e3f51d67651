import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctForMultipleTests } from './correct-for-multiple-tests.js';

/** The fifteen p-values of Benjamini and Hochberg (1995), section 3.2. */
const benjaminiHochberg1995 = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

const close = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 10) as unknown);

test('Holm multiplies the smallest by all, the next by one less, and never falls', () => {
  // 4 × 0.005, 3 × 0.01, 2 × 0.03, and 1 × 0.04, which is less than the one before.
  const adjusted = correctForMultipleTests([0.01, 0.04, 0.03, 0.005], { method: 'holm' });
  expect(adjusted).toEqual(close([0.03, 0.06, 0.06, 0.02]));
});

test('Benjamini and Hochberg divide by the rank, from the largest down', () => {
  // 4/1 × 0.005, 4/2 × 0.01, 4/3 × 0.03, 4/4 × 0.04; the third may not be above the fourth.
  const adjusted = correctForMultipleTests([0.01, 0.04, 0.03, 0.005], { method: 'benjamini-hochberg' });
  expect(adjusted).toEqual(close([0.02, 0.04, 0.04, 0.02]));
});

test('the fifteen tests of the 1995 paper give the same findings', () => {
  const findings = (method: 'holm' | 'benjamini-hochberg'): number =>
    correctForMultipleTests(benjaminiHochberg1995, { method }).filter((pValue) => pValue <= 0.05).length;
  expect(findings('benjamini-hochberg')).toBe(4);
  expect(findings('holm')).toBe(3);
});

test('a test without a p-value stays empty and does not count', () => {
  const options = { method: 'holm' } as const;
  expect(correctForMultipleTests([null, 0.02, null, 0.5], options)).toEqual([null, 0.04, null, 0.5]);
  expect(correctForMultipleTests([], options)).toEqual([]);
});

test.each([-0.1, 1.1, NaN])('%d is no p-value', (pValue) => {
  expect(() => correctForMultipleTests([0.5, pValue], { method: 'holm' })).toThrow('P-value 1');
});

test.each(['holm', 'benjamini-hochberg'] as const)(
  '%s never lowers a p-value, keeps their order and stays within 1',
  (method) => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (pValues) => {
        const adjusted = correctForMultipleTests(pValues, { method });
        const pairs = pValues.map((raw, index) => ({ raw, corrected: adjusted[index] ?? NaN }));
        for (const { raw, corrected } of pairs) {
          expect(corrected).toBeGreaterThanOrEqual(raw);
          expect(corrected).toBeLessThanOrEqual(1);
        }
        pairs.sort((one, other) => one.raw - other.raw);
        for (const [index, { corrected }] of pairs.entries())
          expect(corrected).toBeGreaterThanOrEqual(pairs[index - 1]?.corrected ?? 0);
        expect(correctForMultipleTests([...pValues].reverse(), { method })).toEqual([...adjusted].reverse());
      }),
      { numRuns: 300 },
    );
  },
);
