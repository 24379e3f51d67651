import { definePrompt } from '@entente/llm-clients';
import { type Character, EMOTIONS, type Emotions, emotionsSchema } from '@entente/relationship';
import { readTone } from '@entente/relationship/offline';
import { z } from 'zod';
import { offlineEmotions } from '../offline/offline-emotions.js';
import { readCharacter } from '../offline/read-character.js';
import { characterMessages } from './character-messages.js';

/** `memory` is the number of the memory in the prompt, from 1. */
export interface MemoryAppraisals {
  readonly appraisals: readonly { readonly memory: number; readonly emotions: Emotions }[];
}

const TASK = `YOUR TASK: FEEL YOUR MEMORIES
Below are things you remember, numbered. For each of them: how strongly do you feel each of these when it comes to mind, from 0 (not at all) to 1 (as strongly as you ever have): ${EMOTIONS.join(', ')}?
Answer as JSON with one entry for every number: {"appraisals": [{"memory": number, "emotions": {"joy": number, ... all eight}}]}`;

const schema: z.ZodType<MemoryAppraisals> = z.object({
  appraisals: z.array(z.object({ memory: z.int().min(1), emotions: emotionsSchema })),
});

/** What several memories feel like, in one call. */
export const appraiseMemoriesPrompt = definePrompt<
  { readonly character: Character; readonly memories: readonly string[] },
  MemoryAppraisals
>({
  name: 'appraise-memories',
  version: '1',
  schema,
  render: ({ character, memories }) => {
    const numbered = memories.map((memory, index) => `${index + 1}. ${memory}`).join('\n');
    return characterMessages(character, [], `${TASK}\n\nTHE MEMORIES\n${numbered}`);
  },
  offline: {
    recognises: ({ messages }) => messages.some(({ text }) => text.includes('YOUR TASK: FEEL YOUR MEMORIES')),
    reply: (request, random) => {
      const reading = readCharacter(request);
      const memories = [...reading.task.matchAll(/^(\d+)\. (.*)$/gm)];
      const appraisals = memories.map(([, number = '1', text = '']) => ({
        memory: Number(number),
        emotions: offlineEmotions({ ...reading, scene: [text], treatment: readTone(text) }, random),
      }));
      return JSON.stringify({ appraisals } satisfies MemoryAppraisals);
    },
  },
});
