import { createOfflineModel, nodeClock, type PromptCall } from '@entente/llm-clients';
import { expect, test } from 'vitest';
import { directorWords } from '../prompts/director-words.js';
import { generateContextPrompt } from '../prompts/generate-context.js';
import { progressPrompt } from '../prompts/progress.js';
import { ADA, BEN, FIRST, STAGE } from '../testing/ada-and-ben.js';
import { offlineResponders } from './offline-responders.js';

const direction = { partners: { A: ADA, B: BEN }, words: directorWords() };
const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
const SCENES = Array.from({ length: 12 }, (_, index) => index + 1);

/** Replies in twelve scenes of a run, each with four seeds. */
async function replies<Value>(callIn: (scene: number) => PromptCall<Value>): Promise<readonly Value[]> {
  const draws = SCENES.flatMap((scene) => [1, 2, 3, 4].map((seed) => ({ call: callIn(scene), seed })));
  return Promise.all(
    draws.map(async ({ call: { messages, schema }, seed }) => {
      const { text } = await model.generate({ messages, sampling: { seed } });
      return schema!.parse(JSON.parse(text));
    }),
  );
}

test('an option reports what is said and quotes nothing', async () => {
  const place = { ...FIRST, offerOptions: true };
  const beats = await replies((scene) => progressPrompt.with({ ...direction, stage: { ...STAGE, scene }, place }));
  const offered = beats.flatMap(({ options = [] }) => options.map(({ action }) => action));
  expect(new Set(offered).size).toBeGreaterThan(10);
  expect(offered.filter((action) => /["“”]/.test(action))).toEqual([]);
});

test('a private matter is true whenever it is read', async () => {
  const drawn = await replies((scene) => generateContextPrompt.with({ ...direction, stage: { ...STAGE, scene } }));
  const texts = drawn.flatMap(({ A, B }) => [A, B]);
  expect(new Set(texts).size).toBeGreaterThan(12);
  expect(texts.filter((text) => /\b(?:this|tonight|today|tomorrow|yesterday|now|here|ago|last night)\b/i.test(text))).toEqual([]);
});
