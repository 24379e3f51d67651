import { definePrompt } from '@entente/llm-clients';
import type { Character, Reflection } from '@entente/relationship';
import { z } from 'zod';
import { characterMessages } from './character-messages.js';

const TASK = `YOUR TASK: LOOK BACK
The scene is over and you are alone. What do you take from it about yourself, about the other one and about the two of you? First person, two or three sentences, under 70 words: a conclusion you will act on, not a retelling.
Answer as JSON: {"reflection": string}`;

const schema: z.ZodType<Reflection> = z.object({ reflection: z.string().trim().min(1).max(1500) });

/** Asks for the conclusion from a scene. */
export const reflectPrompt = definePrompt<{ readonly character: Character; readonly history: readonly string[] }, Reflection>({
  name: 'reflect',
  version: '1',
  schema,
  render: ({ character, history }) => characterMessages(character, history, TASK),
});
