import { expect, test } from 'vitest';
import { LABELLED_LIVES, type LabelledLife } from '../../test/recall-labels.js';
import { pastMemory } from '../../test/samples.js';
import { DEFAULT_RELATIONSHIP_SETTINGS } from '../state/relationship-settings.js';
import { rankMemories } from './rank-memories.js';

/** Recall by words in each labelled moment: ids that came to mind, and those that fit. */
const momentsOf = ({ background, memories, cues }: LabelledLife) => {
  const candidates = Object.entries(memories).map(([id, text]) => ({ memory: pastMemory(id, text) }));
  return cues.map(([text, ...fitting]) => {
    const ranked = rankMemories(
      candidates,
      { text, mood: null, background },
      { limit: candidates.length, weights: DEFAULT_RELATIONSHIP_SETTINGS },
    );
    return { text, fitting, recalled: ranked.map(({ memory }) => memory.id) };
  });
};

function qualityOf(lives: readonly LabelledLife[]) {
  const moments = lives.flatMap(momentsOf);
  const right = sum(moments.map(({ recalled, fitting }) => recalled.filter((id) => fitting.includes(id)).length));
  const quiet = moments.filter(({ fitting }) => fitting.length === 0);
  return {
    precision: right / sum(moments.map(({ recalled }) => recalled.length)),
    recall: right / sum(moments.map(({ fitting }) => fitting.length)),
    silence: quiet.filter(({ recalled }) => recalled.length === 0).length / quiet.length,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('by words, what comes to mind is about the moment, and nothing comes where nothing fits', () => {
  const { precision, recall, silence } = qualityOf(LABELLED_LIVES);
  expect(precision).toBeGreaterThanOrEqual(0.8);
  expect(recall).toBeGreaterThanOrEqual(0.6);
  expect(silence).toBeGreaterThanOrEqual(0.9);
});

test('a language of which no frequencies are known does as well', () => {
  const { precision, recall } = qualityOf(LABELLED_LIVES.filter(({ name }) => name.includes('German')));
  expect(precision).toBeGreaterThanOrEqual(0.8);
  expect(recall).toBeGreaterThanOrEqual(0.6);
});
