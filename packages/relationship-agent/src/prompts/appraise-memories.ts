import { definePrompt, fillWord } from '@entente/llm-clients';
import { type Emotions, emotionsSchema } from '@entente/relationship';
import { z } from 'zod';
import { characterMessages, type CharacterRequest, taskAnsweredAs } from './character-messages.js';
import { EMOTIONS_SHAPE, emotionScale } from './emotion-words.js';

/** Emotions of memories; `memory` is the number of the memory in the prompt, from 1. */
export interface MemoryAppraisals {
  readonly appraisals: readonly { readonly memory: number; readonly emotions: Emotions }[];
}

/** Shape of the reply, by which the offline model knows the prompt in any language. */
export const MEMORIES_SHAPE = `{"appraisals": [{"memory": number, "emotions": ${EMOTIONS_SHAPE}}]}`;

const schema: z.ZodType<MemoryAppraisals> = z.object({
  appraisals: z.array(z.object({ memory: z.int().min(1), emotions: emotionsSchema })),
});

/** Asks for the emotions of several memories in one call. */
export const appraiseMemoriesPrompt = definePrompt<CharacterRequest & { readonly memories: readonly string[] }, MemoryAppraisals>(
  {
    name: 'appraise-memories',
    version: '4',
    schema,
    render: ({ character, words, memories }) => {
      const task = fillWord(words, 'task.appraise-memories', { scale: emotionScale(words) });
      const numbered = memories.map((memory, index) => `${index + 1}. ${memory}`);
      const listed = [words['title.memories'], ...numbered].join('\n');
      return characterMessages({ character, words, history: [] }, [taskAnsweredAs(words, task, MEMORIES_SHAPE), listed]);
    },
  },
);
