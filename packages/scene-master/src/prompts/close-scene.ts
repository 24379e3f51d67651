import { definePrompt, fillWord } from '@entente/llm-clients';
import type { Stage } from '@entente/relationship';
import { z } from 'zod';
import { type Direction, stageMessages } from './director-messages.js';

/** Close of a scene as the model gives it. */
export interface ClosingReply {
  readonly narrative: string;
  readonly only_A: string;
  readonly only_B: string;
}

const narrated = z.string().trim().max(3000);
const schema: z.ZodType<ClosingReply> = z.object({ narrative: narrated, only_A: narrated, only_B: narrated });

/** Asks what comes of the last move of a scene. */
export const closeScenePrompt = definePrompt<Direction & { readonly stage: Stage }, ClosingReply>({
  name: 'close-scene',
  version: '4',
  schema,
  render: ({ stage, ...direction }) =>
    stageMessages(direction, stage, [
      direction.words['task.close-scene'],
      fillWord(direction.words, 'answer.json', { shape: '{"narrative": string, "only_A": string, "only_B": string}' }),
    ]),
});
