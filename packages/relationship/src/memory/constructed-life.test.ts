import { createOfflineEmbeddingModel } from '@entente/llm-clients';
import { createFakeClock } from '@entente/llm-clients/testing';
import { expect, test } from 'vitest';
import { feeling, introduced, openingWith, pastMemory } from '../../test/samples.js';
import { applyRelationshipFact } from '../state/apply-relationship-fact.js';
import type { RelationshipFact } from '../state/relationship-facts.js';
import { DEFAULT_RELATIONSHIP_SETTINGS } from '../state/relationship-settings.js';
import { initialRelationshipState, type RelationshipState } from '../state/relationship-state.js';
import { rankMemories } from './rank-memories.js';
import { recallCueOf } from './recall-cue.js';
import { recallableMemories } from './recallable-memories.js';

/** A dozen memories of one person, with what each brings. */
const LIFE = [
  pastMemory(
    'lie',
    'At nineteen she found out that her boyfriend had told her a lie about where he slept, and the lie was what stayed.',
    feeling({ anger: 0.8, sadness: 0.6 }),
  ),
  pastMemory(
    'hospital',
    'Her father lay in hospital for five weeks, and she learnt to tell the nurses apart by their steps in the corridor.',
    feeling({ fear: 0.8, sadness: 0.7 }),
  ),
  pastMemory(
    'money',
    'Her parents counted the money for the rent on the kitchen table, and once it was short and nobody ate meat that week.',
    feeling({ fear: 0.6 }),
  ),
  pastMemory(
    'child',
    'She carried her sister’s newborn child through the flat all night and did not want to give the child back.',
    feeling({ joy: 0.8 }),
  ),
  pastMemory(
    'journey',
    'She took the night train alone to Lisbon and spoke to nobody for the whole journey.',
    feeling({ joy: 0.5, anticipation: 0.7 }),
  ),
  pastMemory(
    'stage',
    'She forgot her lines on the school stage and the audience clapped anyway.',
    feeling({ fear: 0.5, surprise: 0.5 }),
  ),
  pastMemory(
    'dog',
    'The neighbour’s dog slept on her feet through the winter she was seven.',
    feeling({ joy: 0.5, acceptance: 0.6 }),
  ),
  pastMemory('wedding', 'She danced at her cousin’s wedding until her shoes came apart.', feeling({ joy: 0.9 })),
  pastMemory(
    'exam',
    'She failed her driving exam twice and told everyone about the third.',
    feeling({ sadness: 0.4, disgust: 0.3 }),
  ),
  pastMemory(
    'garden',
    'Her grandmother let her pull the carrots out of the garden before they were ready.',
    feeling({ joy: 0.6, acceptance: 0.5 }),
  ),
  pastMemory(
    'flat',
    'Moving out, she painted the walls of her first flat yellow and regretted it by evening.',
    feeling({ surprise: 0.4 }),
  ),
  pastMemory('friend', 'Her best friend stopped calling one spring and never said why.', feeling({ sadness: 0.8 })),
];

const SCENES = [
  ['lie', 'Ben said that he was at work. The receipt on the table says otherwise: it was a lie.', 'to hear why he told a lie'],
  ['hospital', 'The corridor of a hospital, late. Ben’s mother has been in surgery for three hours.', 'not to be alone here'],
  ['money', 'The rent is due on Monday and there is not enough money in the account.', 'to talk about money without a quarrel'],
  ['child', 'A friend has left her newborn child with them for the evening, and the child will not sleep.', 'to hold the child'],
  [
    'journey',
    'They could take the night train south next week. The journey would last two days.',
    'to go on this journey with him',
  ],
  ['wedding', 'A wedding in a barn. The band begins and people get up to dance.', 'to be asked to dance'],
  ['friend', 'Ben’s friend has stopped calling, and he does not know why.', 'to say something that helps him'],
] as const;

const opened = (situation: string, wish: string): RelationshipState => {
  const facts: readonly RelationshipFact[] = [
    introduced(),
    { type: 'memories-kept', scene: 0, partner: 'A', memories: LIFE },
    {
      type: 'scene-opened',
      scene: 1,
      opening: openingWith({ theme: 'An evening', setting: 'Tuesday.', situation, goals: { A: wish, B: 'to sleep' } }),
    },
  ];
  return facts.reduce(applyRelationshipFact, initialRelationshipState);
};

const model = createOfflineEmbeddingModel({ clock: createFakeClock() });

async function vectorsOf(texts: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> {
  const { vectors } = await model.embed(texts);
  return new Map(texts.map((text, index) => [text, vectors[index]!]));
}

test.each(SCENES.flatMap(([id, ...scene]) => (['vectors', 'words'] as const).map((by) => [by, id, ...scene] as const)))(
  'by %s, the right memory comes back: %s',
  async (by, id, situation, wish) => {
    const state = opened(situation, wish);
    const text = recallCueOf(state, 'A');
    const vectors = by === 'vectors' ? await vectorsOf([text, ...LIFE.map((memory) => memory.text)]) : undefined;
    const candidates = recallableMemories(state, 'A').map((candidate) => ({
      ...candidate,
      vector: vectors?.get(candidate.memory.text),
    }));
    expect(candidates).toHaveLength(LIFE.length);
    const ranked = rankMemories(
      candidates,
      { text, vector: vectors?.get(text), mood: state.minds.A.mood },
      { limit: 2, weights: DEFAULT_RELATIONSHIP_SETTINGS },
    );
    expect(ranked[0]?.memory.id).toBe(id);
    expect(ranked[0]?.parts.meaning).toBeGreaterThan(0);
    expect(ranked[0]!.score).toBeGreaterThan(ranked[1]?.score ?? 0);
  },
);
