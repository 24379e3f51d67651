import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { introduced, openingWith } from '../../test/samples.js';
import { applyRelationshipFact } from '../state/apply-relationship-fact.js';
import { type CommitmentScore, initialRelationshipState } from '../state/relationship-state.js';
import type { CommitmentLog } from './commitment-log.js';
import { classifyOutcome, outcomeOf, type RelationshipOutcome } from './relationship-outcome.js';

type Scores = readonly (number | null)[];

const scored = (score: number | null): CommitmentScore =>
  score === null ? { score, missing: { reason: 'refusal', detail: 'no' } } : { score, reasoning: 'because' };
const log = (a: Scores, b: Scores): CommitmentLog =>
  a.map((score, index) => ({ scene: index + 1, scores: { A: scored(score), B: scored(b[index] ?? null) } }));
const flat = (score: number, scenes = 10): Scores => Array.from({ length: scenes }, () => score);

const TRAJECTORIES: readonly (readonly [string, Scores, Scores, RelationshipOutcome])[] = [
  ['10 falling to 7', [10, 9.7, 9.3, 9, 8.7, 8.3, 8, 7.7, 7.3, 7], flat(8), 'at risk'],
  ['10 falling to 7 and staying there', [10, 10, 9, 8, 7, 7, 7, 7, 7, 7], flat(8), 'at risk'],
  ['a fall that goes on, of less than 3 points', [8, 8, 8, 7.6, 7.2, 6.6], flat(8, 6), 'at risk'],
  ['nine 9s and then 0', [...flat(9, 9), 0], flat(9), 'ended'],
  ['the other one at 1', flat(8), [...flat(6, 9), 1], 'ended'],
  ['just above 1', flat(8), [...flat(3, 9), 1.5], 'at risk'],
  ['0 in the middle and back to 7', [7, 7, 7, 7, 0, 3, 5, 6, 7, 7], flat(7), 'torn'],
  ['flat 4.9', flat(4.9), flat(4.9), 'torn'],
  ['one of two at 5.5', flat(5.5), flat(8), 'torn'],
  ['7.2 and 7.2, flat', flat(7.2), flat(7.2), 'steady'],
  ['7 with the small changes of a judge', [7, 7.4, 6.8, 7.2, 6.9, 7.1], [7, 6.8, 7.1, 7.3, 7, 7.2], 'steady'],
  ['3.5 at the end', [6, 5.5, 5, 4.5, 4, 3.5], flat(7, 6), 'at risk'],
  ['flat 3', flat(3), flat(3), 'at risk'],
  ['rising, but not out of it', [1.5, 2, 3, 3.8], flat(7, 4), 'at risk'],
  ['both final scores missing', [8, 8, null], [8, 8, null], 'unknown'],
  ['one final score missing', [8, 8, 8], [8, 8, null], 'unknown'],
  ['one final score missing and the other 0', [8, 8, 0], [8, 8, null], 'unknown'],
  ['no score at all', [null, null], [null, null], 'unknown'],
  ['no scene', [], [], 'unknown'],
  ['one scene with both scores', [8], [8], 'steady'],
  ['one scene with both low', [3], [8], 'at risk'],
  ['gaps before the end', [7, null, null, 7], [null, 7, null, 7], 'steady'],
  ['5 rising to 8 beside 7', [5, 5.5, 6, 6.5, 7, 7.5, 8], flat(7, 7), 'growing'],
  ['3 rising to 9', [3, 4, 5, 6, 7, 8, 9], [3, 4, 5, 6, 7, 8, 9], 'growing'],
  ['8 and 4', flat(8), flat(4), 'torn'],
  ['9.5 and 6.3', flat(9.5), flat(6.3), 'torn'],
  ['a fall of one hidden by the rise of the other', [4, 5, 6, 7, 8, 9], [9, 8.5, 8, 7.5, 7, 6.5], 'at risk'],
  ['a fall of one that is over, beside the rise of the other', [6, 7, 8, 8, 8, 8], [9, 7, 7, 7, 7, 7], 'steady'],
  ['a quarrel made up', [8, 8, 5.5, 6.5, 7.5, 8], [8, 7, 6, 7, 7.5, 7.8], 'steady'],
  ['slow growth of both', [6, 6.4, 6.9, 7.3, 7.6], [6.2, 6.5, 7, 7.4, 7.8], 'growing'],
];

describe('the outcome', () => {
  it.each(TRAJECTORIES)('of %s', (_, a, b, outcome) => {
    expect(classifyOutcome(log(a, b)).outcome).toBe(outcome);
    expect(classifyOutcome(log(b, a)).outcome).toBe(outcome);
  });

  it('is ended by a break-up on record, whatever the scores', () => {
    const ended = classifyOutcome(log([8, 8], [8, null]), { brokenUp: true });
    expect(ended).toMatchObject({ outcome: 'ended', brokenUp: true, missing: 1 });
    expect(ended.why).toMatch(/break-up/);
  });

  it('comes with its figures by partner and the names of those who decide it', () => {
    const names = { A: 'Ada', B: 'Ben' };
    const report = classifyOutcome(log([10, 9, 8, 7], [7, null, 7, 7.5]), { names });
    expect(report).toMatchObject({
      outcome: 'at risk',
      missing: 1,
      partners: {
        A: { course: 'falling', first: 10, final: 7, highest: 10, lowest: 7, trend: -1, missing: 0 },
        B: { course: 'holding', first: 7, final: 7.5, highest: 7.5, lowest: 7, trend: 0.14, missing: 1 },
      },
    });
    expect(report.why).toMatch(/Ada fell from 10 .* to 7/);
    expect(report.why).not.toMatch(/Ben/);
  });

  it('of a state takes its break-up and its names', () => {
    const facts = [
      introduced(),
      { type: 'scene-opened', scene: 1, opening: openingWith() },
      { type: 'commitment-scored', scene: 1, partner: 'A', score: 8, reasoning: 'r' },
      { type: 'commitment-scored', scene: 1, partner: 'B', score: 5, reasoning: 'r' },
    ] as const;
    const state = facts.reduce(applyRelationshipFact, initialRelationshipState);
    expect(outcomeOf(state)).toMatchObject({ outcome: 'torn', why: expect.stringMatching(/^Ben ends at 5/) as string });
    const over = applyRelationshipFact(state, {
      type: 'relation-assessed',
      scene: 1,
      deltas: [{ state: 'breakup', to: 'hard', quote: 'It is over.' }],
    });
    expect(outcomeOf(over).outcome).toBe('ended');
  });

  it('is known exactly if both final scores are, and does not depend on the letter of a partner', () => {
    const scores = fc.array(
      fc.option(
        fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
        { nil: null },
      ),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const [one, two] = [classifyOutcome(log(a, b)), classifyOutcome(log(b.slice(0, a.length), a.slice(0, b.length)))];
        const last = a.length - 1;
        expect(one.outcome === 'unknown').toBe(a[last] === null || (b[last] ?? null) === null);
        if (a.length === b.length) expect(two.outcome).toBe(one.outcome);
      }),
    );
  });
});
