import type { OfflineResponder } from '@entente/llm-clients';
import type { Appraisal, Choice, OptionTaken, Reflection } from '@entente/relationship';
import { readTone } from '@entente/relationship/offline';
import { type MemoryAppraisals, appraiseMemoriesPrompt, appraisePrompt } from '../prompts/appraise.js';
import { actPrompt, makeChoicesPrompt } from '../prompts/choose.js';
import { reflectPrompt } from '../prompts/reflect.js';
import { offlineAction } from './offline-action.js';
import { offlineEmotions } from './offline-emotions.js';
import { offlineOption } from './offline-option.js';
import { offlineReflection } from './offline-reflection.js';
import { offlineThought } from './offline-thought.js';
import { type CharacterReading, readCharacter } from './read-character.js';

/** Answers every prompt of this package without a model. A prompt is recognised by the title of its task, as a real model would read it. */
export const offlineResponders: readonly OfflineResponder[] = [
  answering<Appraisal>(appraisePrompt, 'YOUR TASK: APPRAISE THE MOMENT', (reading, random) => {
    const emotions = offlineEmotions(reading, random);
    return { emotions, thought: offlineThought(reading, emotions, random) };
  }),
  answering<Choice>(makeChoicesPrompt, 'YOUR TASK: CHOOSE WHAT YOU DO', (reading, random) => ({
    action: offlineAction(reading, random),
  })),
  answering<OptionTaken>(actPrompt, 'YOUR TASK: TAKE ONE OPTION', offlineOption),
  answering<Reflection>(reflectPrompt, 'YOUR TASK: LOOK BACK', (reading, random) => ({
    reflection: offlineReflection(reading, random),
  })),
  answering<MemoryAppraisals>(appraiseMemoriesPrompt, 'YOUR TASK: FEEL YOUR MEMORIES', (reading, random) => ({
    appraisals: [...reading.task.matchAll(/^(\d+)\. (.*)$/gm)].map(([, number = '1', text = '']) => ({
      memory: Number(number),
      emotions: offlineEmotions({ ...reading, scene: [text], treatment: readTone(text) }, random),
    })),
  })),
];

function answering<Reply>(
  { name }: { readonly name: string },
  title: string,
  reply: (reading: CharacterReading, random: () => number) => Reply,
): OfflineResponder {
  return {
    name,
    recognises: ({ messages }) => messages.some(({ text }) => text.includes(title)),
    reply: (request, random) => JSON.stringify(reply(readCharacter(request), random)),
  };
}
