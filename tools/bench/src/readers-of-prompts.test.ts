import { expect, test } from 'vitest';
import { readersOfPrompts } from './readers-of-prompts.js';

const sent = (prompt: string, stable: string, rest: string, inputTokens: number, cacheReadTokens = 0) => ({
  prompt,
  stable,
  text: stable + rest,
  inputTokens,
  cacheReadTokens,
});

test('prompts count to the scene that was opened last, and the largest is named', () => {
  const { scenes, tokensByScene, largest } = readersOfPrompts([
    sent('appraise-memories', 'Ada', '', 1),
    sent('initialize', 'director', '', 2),
    sent('progress', 'director', '', 4),
    sent('next-scene', 'director', '', 8),
    sent('commitment-score', 'judge', '', 16),
  ]);
  expect({ scenes, tokensByScene }).toEqual({ scenes: 2, tokensByScene: [7, 24] });
  expect(largest).toEqual({ prompt: 'commitment-score', tokens: 16 });
});

test('each partner is compared with its own prompt before, and the first of a scene apart from the others', () => {
  const { readers } = readersOfPrompts([
    sent('initialize', 'director', '', 1),
    sent('appraise', 'Ada:', 'a', 10),
    sent('appraise', 'Ben:', 'b', 10),
    sent('choose', 'Ada:', 'aXY', 20, 5),
    sent('next-scene', 'director', '', 1),
    sent('appraise', 'Ada:', 'c', 10, 5),
    sent('commitment-score', 'judge', '', 1),
  ]);
  const [partners] = readers;
  expect(partners).toMatchObject({ reader: 'partners', calls: 4, tokensPerCall: 12.5, largestTokens: 20, cacheReads: 10 / 50 });
  expect(partners?.sameWithinScene).toBeCloseTo(5 / 7);
  expect(partners?.sameAsBefore).toBeCloseTo((5 + 4) / (5 + 5 + 7 + 5));
});
