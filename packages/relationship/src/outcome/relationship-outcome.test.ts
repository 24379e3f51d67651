import { expect, test } from 'vitest';
import type { CommitmentScore } from '../state/relationship-state.js';
import type { CommitmentLog } from './commitment-log.js';
import { classifyOutcome } from './relationship-outcome.js';

const scored = (score: number | null): CommitmentScore =>
  score === null ? { score, missing: { reason: 'refusal', detail: 'no' } } : { score, reasoning: 'because' };
const log = (a: readonly (number | null)[], b: readonly (number | null)[]): CommitmentLog =>
  a.map((score, index) => ({ scene: index + 1, scores: { A: scored(score), B: scored(b[index] ?? null) } }));

test.each([
  ['apart: the less committed one ends below 3', [8, 8, 8, 8], [6, 5, 3, 2.8], 'apart'],
  ['drifting: the less committed one ends below 5', [8, 8, 8, 8], [5, 5, 4, 4.5], 'drifting'],
  ['drifting: between 5 and 7, and falling', [8, 8, 8, 8], [8, 7, 6.4, 6], 'drifting'],
  ['steady: between 5 and 7, and not falling', [8, 8, 8, 8], [6, 6, 6, 6], 'steady'],
  ['committed: both end at 7 or above, even after a fall', [9, 9, 8, 8], [9.5, 9, 8, 7], 'committed'],
  ['unknown: too few scores', [8, null, null], [7, 7, 7], 'unknown'],
] as const)('%s', (_, a, b, outcome) => {
  expect(classifyOutcome(log(a, b)).outcome).toBe(outcome);
});

test('final and slope describe the less committed partner, and missing scores are counted, not read as 0', () => {
  expect(classifyOutcome(log([8, 8, 8, 8], [4, null, 6, 7]))).toEqual({ outcome: 'steady', final: 6.5, slope: 0, missing: 1 });
  expect(classifyOutcome(log([6, 5, 4, 3], [8, 8, 8, 8]))).toEqual({ outcome: 'drifting', final: 3.5, slope: -1, missing: 0 });
  expect(classifyOutcome([])).toEqual({ outcome: 'unknown', final: null, slope: null, missing: 0 });
});
