import type { OfflineResponder } from '@entente/llm-clients';
import type { Appraisal, Choice, Reflection } from '@entente/relationship';
import { appraiseMemoriesPrompt, type MemoryAppraisals, MEMORIES_SHAPE } from '../prompts/appraise-memories.js';
import { APPRAISAL_SHAPE, appraisePrompt } from '../prompts/appraise.js';
import { CHOICE_SHAPE, choosePrompt } from '../prompts/choose.js';
import { REFLECTION_SHAPE, reflectPrompt } from '../prompts/reflect.js';
import { emotionsOfMemory, offlineEmotions } from './offline-emotions.js';
import { offlineMove } from './offline-move.js';
import { offlineReflection } from './offline-reflection.js';
import { offlineThought } from './offline-thought.js';
import { type CharacterReading, readCharacter } from './read-character.js';

/** Answers every prompt of this package without a model. A prompt is recognised by the shape it asks for, in any language. */
export const offlineResponders: readonly OfflineResponder[] = [
  answering<Appraisal>(appraisePrompt, APPRAISAL_SHAPE, (reading, random) => {
    const emotions = offlineEmotions(reading, random);
    return { emotions, thought: offlineThought(reading, emotions, random) };
  }),
  answering<Choice>(choosePrompt, CHOICE_SHAPE, offlineMove),
  answering<Reflection>(reflectPrompt, REFLECTION_SHAPE, offlineReflection),
  answering<MemoryAppraisals>(appraiseMemoriesPrompt, MEMORIES_SHAPE, (reading, random) => ({
    appraisals: reading.asked.map(({ number, text }) => ({ memory: number, emotions: emotionsOfMemory(reading, text, random) })),
  })),
];

function answering<Reply>(
  { name }: { readonly name: string },
  shape: string,
  reply: (reading: CharacterReading, random: () => number) => Reply,
): OfflineResponder {
  return {
    name,
    recognises: ({ messages }) => messages.some(({ text }) => text.includes(shape)),
    reply: (request, random) => JSON.stringify(reply(readCharacter(request), random)),
  };
}
