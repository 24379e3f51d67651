import { definePrompt } from '@entente/llm-clients';
import { type Appraisal, type Character, EMOTIONS, type Emotions, emotionsSchema } from '@entente/relationship';
import { z } from 'zod';
import { characterMessages } from './character-messages.js';

const MOMENT_TASK = `YOUR TASK: APPRAISE THE MOMENT
Take the last thing that happened. How strongly do you feel each of these, from 0 (not at all) to 1 (as strongly as you ever have): ${EMOTIONS.join(', ')}? "acceptance" is trust and being at ease with somebody. Most moments leave most of them low.
Then the one thought that goes with it: first person, under 40 words, the thing you would not say aloud.
Answer as JSON: {"emotions": {"joy": number, ... all eight}, "thought": string}`;

const momentSchema: z.ZodType<Appraisal> = z.object({ emotions: emotionsSchema, thought: z.string().trim().min(1).max(1000) });

/** Asks for emotions and a thought at the last line of a history. */
export const appraisePrompt = definePrompt<{ readonly character: Character; readonly history: readonly string[] }, Appraisal>({
  name: 'appraise',
  version: '1',
  schema: momentSchema,
  render: ({ character, history }) => characterMessages(character, history, MOMENT_TASK),
});

/** Emotions of memories; `memory` is the number of the memory in the prompt, from 1. */
export interface MemoryAppraisals {
  readonly appraisals: readonly { readonly memory: number; readonly emotions: Emotions }[];
}

const MEMORIES_TASK = `YOUR TASK: FEEL YOUR MEMORIES
Below are things you remember, numbered. For each of them: how strongly do you feel each of these when it comes to mind, from 0 (not at all) to 1 (as strongly as you ever have): ${EMOTIONS.join(', ')}?
Answer as JSON with one entry for every number: {"appraisals": [{"memory": number, "emotions": {"joy": number, ... all eight}}]}`;

const memoriesSchema: z.ZodType<MemoryAppraisals> = z.object({
  appraisals: z.array(z.object({ memory: z.int().min(1), emotions: emotionsSchema })),
});

/** Asks for the emotions of several memories in one call. */
export const appraiseMemoriesPrompt = definePrompt<
  { readonly character: Character; readonly memories: readonly string[] },
  MemoryAppraisals
>({
  name: 'appraise-memories',
  version: '1',
  schema: memoriesSchema,
  render: ({ character, memories }) => {
    const numbered = memories.map((memory, index) => `${index + 1}. ${memory}`).join('\n');
    return characterMessages(character, [], `${MEMORIES_TASK}\n\nTHE MEMORIES\n${numbered}`);
  },
});
