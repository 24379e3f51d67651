import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { introduced, openingWith } from '../../test/samples.js';
import { SCENE } from '../../test/scene-of-facts.js';
import { applyRelationshipFact } from './apply-relationship-fact.js';
import { UNKNOWN_COUPLE } from './couple-facts.js';
import { perspectiveOf } from './perspective.js';
import { relationshipFactSchema } from './relationship-fact-schema.js';
import { MISSING_TYPES, type RelationshipFact } from './relationship-facts.js';
import { DEFAULT_RELATIONSHIP_SETTINGS } from './relationship-settings.js';
import { initialRelationshipState } from './relationship-state.js';

/** One fact of each kind as version 0.1 recorded it, moves of both ways to choose among them. */
const OLD = JSON.parse(readFileSync(new URL('../../test/journals/facts-0.1.json', import.meta.url), 'utf8')) as readonly {
  readonly type: string;
}[];

it('knows the kinds of missing replies by the names in journals', () => {
  expect(MISSING_TYPES).toEqual([
    ...['opening-missing', 'context-missing', 'beat-missing', 'appraisal-missing', 'choice-missing', 'closing-missing'],
    ...['summary-missing', 'assessment-missing', 'reflection-missing', 'memory-appraisal-missing', 'judge-missing'],
  ]);
});

const SOME: readonly RelationshipFact[] = [
  ...SCENE,
  introduced(
    { events: [{ scene: 2, event: 'e', knownTo: ['Ada'] }], order: 'by-state' },
    {
      couple: {
        ...UNKNOWN_COUPLE,
        ...{ bond: 'family', kind: 'sisters', months: 3, living: 'apart', children: 1, story: 's', agreed: ['a'] },
        lives: {
          A: { age: 30, occupation: 'baker', work: 'employed', parents: 'one', grandparents: true },
          B: { siblings: false, children: 2, pet: true },
        },
      },
      partners: {
        A: {
          ...{ name: 'Ada', persona: 'p', age: 30, occupation: 'baker', traits: ['t'], values: ['v'], goals: ['g'] },
          ...{ attachment: { anxiety: 3, avoidance: 2.5 }, dealbreakers: ['d'], rules: ['If r, s'] },
        },
        B: { name: 'Ben', persona: 'p' },
      },
    },
  ),
  {
    type: 'scene-opened',
    scene: 2,
    opening: openingWith({
      ...{ swapped: true, uses: ['A.grandparent'], brings: [{ fact: 'living', to: 'together' }] },
      mayBring: [{ fact: 'children', to: '+1' }],
      defaulted: { reason: 'unparsable', detail: 'd' },
    }),
  },
  {
    type: 'memories-recalled',
    ...{ scene: 1, beat: 3, partner: 'A' },
    memories: [{ id: 'past-1', score: 0.5, parts: { meaning: 0.6, emotion: 0.1, recency: 1, novelty: 0.5 } }],
  },
  {
    type: 'memories-kept',
    ...{ scene: 1, partner: 'A' },
    memories: [
      { id: 'scene-1-beat-1', text: 't', emotions: null, origin: { kind: 'beat', scene: 1, beat: 1 } },
      { id: 'scene-1-reflection', text: 't', emotions: null, origin: { kind: 'reflection', scene: 1 } },
    ],
  },
  { type: 'scene-summarized', scene: 1, summary: 's' },
  { type: 'reflection-made', scene: 1, partner: 'B', reflection: 'r', story: 's', ofOther: 'o' },
  { type: 'relation-assessed', scene: 1, deltas: [{ state: 'breakup', to: 'soft', quote: 'q' }] },
  { type: 'couple-changed', scene: 1, fact: 'B.work', to: 'retired', quote: 'q' },
  { type: 'couple-changed', scene: 1, fact: 'living', to: 'apart', quote: null },
  { type: 'secret-told', scene: 1, partner: 'A', id: 'A-start-1', quote: 'q' },
  { type: 'commitment-scored', scene: 1, partner: 'A', score: 0, reasoning: 'r' },
  { type: 'commitment-scored', scene: 1, partner: 'A', score: 10, reasoning: 'r' },
  { type: 'scene-ended', scene: 1, ending: 'played' },
  { type: 'scene-ended', scene: 1, ending: 'cut-short' },
  ...MISSING_TYPES.flatMap((type): readonly RelationshipFact[] => [
    { type, scene: 1, reason: 'unparsable', detail: 'd' },
    { type, scene: 1, beat: 1, partner: 'A', reason: 'unparsable', detail: 'd' },
  ]),
];

describe('a fact of today', () => {
  it.each(SOME.map((fact) => [fact.type, fact] as const))('is read as it was written, without unknown fields: %s', (_, fact) => {
    expect(relationshipFactSchema.parse({ ...JSON.parse(JSON.stringify(fact)), unknown: 1 })).toEqual(fact);
  });

  it.each<object>([
    { type: 'commitment-scored', scene: 1, partner: 'A', score: -0.1, reasoning: 'r' },
    { type: 'commitment-scored', scene: 1, partner: 'A', score: 10.1, reasoning: 'r' },
    { type: 'commitment-scored', scene: 1, partner: 'A', score: '7', reasoning: 'r' },
    { type: 'scene-summarized', scene: -1, summary: 's' },
    { type: 'choice-made', scene: 1, beat: 0, partner: 'A', deed: 'a', words: '', tone: '', reason: '', option: null },
    { type: 'reflection-made', scene: 1, partner: 'C', reflection: 'r', story: '', ofOther: '' },
    { type: 'relation-assessed', scene: 1, deltas: [{ state: 'weather', to: 'none', quote: '' }] },
    { type: 'couple-changed', scene: 1, fact: 'A.age', to: '40', quote: null },
    { type: 'scene-ended', scene: 1, ending: 'over' },
    { type: 'beat-appraised', scene: 1, beat: 1, partner: 'A', emotions: { joy: 0.5 }, thought: 't' },
    { type: 'something-else', scene: 1 },
  ])('is refused where it does not fit: %j', (fact) => {
    expect(relationshipFactSchema.safeParse(fact).success).toBe(false);
  });
});

describe('a fact of version 0.1', () => {
  const read = OLD.map((fact) => relationshipFactSchema.parse(fact));
  const of = <Type extends RelationshipFact['type']>(type: Type) =>
    read.filter((fact): fact is Extract<RelationshipFact, { type: Type }> => fact.type === type);

  it('has a goal in the place of goals, and nothing is known of the couple', () => {
    expect(of('couple-introduced')).toMatchObject([
      {
        partners: { A: { name: 'Maya', goals: ['A home with somebody who comes back after a quarrel.'] } },
        couple: UNKNOWN_COUPLE,
        secrets: { A: [], B: [] },
        settings: {
          ...{ scenes: 1, choices: 'offered', context: true, semanticWeight: 0.7 },
          emotionWeight: DEFAULT_RELATIONSHIP_SETTINGS.emotionWeight,
          order: 'fixed',
        },
      },
    ]);
    expect(JSON.stringify(of('couple-introduced'))).not.toMatch(/"goal"/);
  });

  it('has an action in the place of a deed', () => {
    expect(of('choice-made').map(({ deed, words, reason, option }) => [deed, words, reason, option])).toEqual([
      ['shrug and leave the room', '', '', 'c'],
      [expect.stringMatching(/\w/), '', '', null],
    ]);
  });

  it('opens scenes without secrets, and recalls memories at their first beat, without parts', () => {
    expect(of('scene-opened')[0]?.opening).toMatchObject({ swapped: false, onlyKnows: { A: '', B: '' }, uses: [], mayBring: [] });
    expect(of('memories-recalled')[0]).toMatchObject({ beat: 1, memories: [{ id: 'past-2', score: 0.126 }] });
    expect(of('beat-narrated')[0]).toMatchObject({ onlySees: { A: '', B: '' } });
    expect(of('reflection-made')[0]).toMatchObject({ story: '', ofOther: '' });
  });

  it('makes a state with everything that it told', () => {
    const known = JSON.stringify(perspectiveOf(read.slice(0, -3).reduce(applyRelationshipFact, initialRelationshipState), 'A'));
    for (const text of ['Jonas', 'A crowded bar', 'you slept badly', 'shrug and leave the room']) expect(known).toContain(text);
  });
});
