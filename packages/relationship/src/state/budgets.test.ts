import { expect, test } from 'vitest';
import { feeling, introduced, openingWith } from '../../test/samples.js';
import { roughTokens } from '../memory/working-memory.js';
import { byPartner, type Partner, PARTNERS } from '../ports/partners.js';
import { applyRelationshipFact } from './apply-relationship-fact.js';
import { experienceText } from './experience-text.js';
import { perspectiveOf } from './perspective.js';
import type { RelationshipFact } from './relationship-facts.js';
import { initialRelationshipState, type RelationshipState } from './relationship-state.js';
import { storySoFar } from './stage-of.js';

/** A text of about as many words as a prompt allows for a reply. */
const long = (about: string, words: number): string => `${about} ${'and so it goes on, '.repeat(words / 5)}`;

/** A scene of ten moves with replies as long as prompts allow, with everything that a scene can hold. */
function fullScene(scene: number): readonly RelationshipFact[] {
  const beats = Array.from({ length: 10 }, (_, index): readonly RelationshipFact[] => {
    const [beat, actor] = [index + 1, PARTNERS[index % 2]!];
    const felt = (partner: Partner): RelationshipFact => ({
      type: 'beat-appraised',
      ...{ scene, beat, partner, emotions: feeling({ fear: 0.5 }), thought: long(`Thought ${scene}.${beat} of ${partner}.`, 40) },
    });
    return [
      {
        type: 'beat-narrated',
        ...{ scene, beat, actor, question: '?', options: [] },
        narrative: long(`Moment ${scene}.${beat}.`, 100),
        onlySees: byPartner((partner) => long(`Seen ${scene}.${beat} by ${partner}.`, 40)),
      },
      felt(actor),
      {
        type: 'choice-made',
        ...{ scene, beat, partner: actor, tone: 'flatly', option: null },
        deed: long('waits', 60),
        words: long(`Word ${scene}.${beat}.`, 80),
        reason: long('Because', 40),
      },
      felt(actor === 'A' ? 'B' : 'A'),
    ];
  });
  return [
    {
      type: 'scene-opened',
      scene,
      opening: openingWith({
        situation: long('A letter lies there.', 120),
        onlyKnows: byPartner((partner) => long(`Secret ${scene} of ${partner}.`, 40)),
        goals: byPartner((partner) => long(`Wish ${scene} of ${partner}.`, 30)),
      }),
    },
    { type: 'context-generated', scene, contexts: byPartner((partner) => long(`Worry ${scene} of ${partner}.`, 30)) },
    ...beats.flat(),
  ];
}

const after = (scene: number): readonly RelationshipFact[] => [
  { type: 'scene-summarized', scene, summary: long(`Summary ${scene}.`, 120) },
  ...PARTNERS.map((partner): RelationshipFact => ({
    type: 'reflection-made',
    ...{ scene, partner },
    reflection: long(`Reflection ${scene}.`, 80),
    story: long(`Story ${scene}.`, 60),
    ofOther: long(`Trait ${scene}.`, 20),
  })),
  { type: 'scene-ended', scene, ending: 'played' },
];

const fold = (facts: readonly RelationshipFact[], from: RelationshipState = initialRelationshipState) =>
  facts.reduce(applyRelationshipFact, from);
const textOf = (state: RelationshipState, partner: Partner) => perspectiveOf(state, partner).map(experienceText).join('\n');
const start = introduced({ historyTokens: 3000, interactionsPerScene: 10 }, { secrets: { A: ['An old secret.'], B: [] } });

test('in the last beat of a full scene its wish, its secret and its first moment still stand, and older scenes gave way', () => {
  const state = fold([start, ...fullScene(1), ...after(1), ...fullScene(2)]);
  const text = textOf(state, 'A');
  expect(roughTokens(text)).toBeGreaterThan(3000);
  for (const still of [
    'An old secret.',
    'Wish 2 of A.',
    'Secret 2 of A.',
    'Worry 2 of A.',
    'Moment 2.1.',
    'Word 2.1.',
    'Thought 2.1 of A.',
  ])
    expect(text).toContain(still);
  expect(text).toContain('Story 1.');
  expect(text).not.toContain('Moment 1.1.');
});

test('over 50 scenes the background of a partner and of the director stays bounded, and the newest scenes stand in it', () => {
  let state = fold([start]);
  const sizes: number[] = [];
  for (let scene = 1; scene <= 50; scene++) {
    state = fold([...fullScene(scene), ...after(scene)], state);
    const { story, secrets, resolutions } = storySoFar(state);
    const ofDirector = [...story.map(({ summary }) => summary), ...[...secrets, ...resolutions].map(({ text }) => text)];
    sizes.push(roughTokens(textOf(state, 'A')), roughTokens(ofDirector.join('\n')));
  }
  // The history budget, and beside it the card, seven secrets of each partner and two resolutions.
  expect(Math.max(...sizes)).toBeLessThan(3000 + 1500);
  expect(Math.max(...sizes.slice(80))).toBeLessThanOrEqual(Math.max(...sizes.slice(60, 80)) * 1.02);
  expect(textOf(state, 'A')).toMatch(/Story 50\./);
  expect(storySoFar(state).story.at(-1)?.summary).toMatch(/^Summary 50\./);
});
