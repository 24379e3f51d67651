import { describe, expect, it } from 'vitest';
import { relationshipFactSchema } from './relationship-fact-schema.js';
import { MISSING_TYPES } from './relationship-facts.js';
import { DEFAULT_RELATIONSHIP_SETTINGS } from './relationship-settings.js';

const emotions = { joy: 0.5 } as const;
const opening = {
  ...{ category: 'c', turningPoint: 't', scenario: 's', theme: 't', setting: 's', others: ['o'], situation: 's', conflict: 'c' },
  goals: { A: 'a', B: 'b' },
};
const character = { name: 'Ann', persona: 'calm' };

it('knows the kinds of missing replies by the names in old journals', () => {
  expect(MISSING_TYPES).toEqual([
    ...['opening-missing', 'context-missing', 'beat-missing', 'appraisal-missing', 'choice-missing', 'summary-missing'],
    ...['reflection-missing', 'memory-appraisal-missing', 'judge-missing'],
  ]);
});

describe('relationshipFactSchema', () => {
  it.each<object>([
    {
      type: 'couple-introduced',
      partners: { A: character, B: { ...character, goal: 'g' } },
      settings: DEFAULT_RELATIONSHIP_SETTINGS,
    },
    { type: 'scene-opened', scene: 1, opening },
    { type: 'scene-opened', scene: 0, opening: { ...opening, defaulted: { reason: 'unparsable', detail: 'd' } } },
    { type: 'context-generated', scene: 1, contexts: { A: 'a', B: 'b' } },
    { type: 'memories-recalled', scene: 1, partner: 'A', memories: [{ id: 'past-1', score: -0.5 }] },
    { type: 'beat-narrated', scene: 1, beat: 1, narrative: 'n', actor: 'B', question: 'q', options: [{ id: 'o', action: 'a' }] },
    { type: 'choice-made', scene: 1, beat: 1, partner: 'A', action: 'a', option: null },
    { type: 'scene-summarized', scene: 1, summary: 's' },
    { type: 'reflection-made', scene: 1, partner: 'B', reflection: 'r' },
    { type: 'commitment-scored', scene: 1, partner: 'A', score: 0, reasoning: 'r' },
    { type: 'commitment-scored', scene: 1, partner: 'A', score: 10, reasoning: 'r' },
    { type: 'scene-ended', scene: 1, ending: 'played' },
    { type: 'scene-ended', scene: 1, ending: 'cut-short' },
    {
      type: 'memories-kept',
      scene: 0,
      partner: 'A',
      memories: [
        { id: 'past-1', text: 't', emotions: null, origin: { kind: 'past' } },
        { id: 'scene-1-beat-1', text: 't', emotions: null, origin: { kind: 'beat', scene: 1, beat: 1 } },
        { id: 'scene-1-reflection', text: 't', emotions: null, origin: { kind: 'reflection', scene: 1 } },
      ],
    },
    ...MISSING_TYPES.flatMap((type) => [
      { type, scene: 1, reason: 'unparsable', detail: 'd' },
      { type, scene: 1, beat: 1, partner: 'A', reason: 'unparsable', detail: 'd' },
    ]),
  ])('reads %j as it was written, without unknown fields', (fact) => {
    expect(relationshipFactSchema.parse({ ...fact, unknown: 1 })).toEqual(fact);
  });

  it.each<object>([
    { type: 'commitment-scored', scene: 1, partner: 'A', score: -0.1, reasoning: 'r' },
    { type: 'commitment-scored', scene: 1, partner: 'A', score: 10.1, reasoning: 'r' },
    { type: 'scene-summarized', scene: -1, summary: 's' },
    { type: 'choice-made', scene: 1, beat: 0, partner: 'A', action: 'a', option: null },
    { type: 'reflection-made', scene: 1, partner: 'C', reflection: 'r' },
    { type: 'scene-ended', scene: 1, ending: 'over' },
    { type: 'beat-appraised', scene: 1, beat: 1, partner: 'A', emotions, thought: 1 },
  ])('refuses %j', (fact) => {
    expect(relationshipFactSchema.safeParse(fact).success).toBe(false);
  });
});
