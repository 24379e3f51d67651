import { definePrompt, fillWord } from '@entente/llm-clients';
import type { Stage } from '@entente/relationship';
import { z } from 'zod';
import { type Direction, retellingMessages } from './director-messages.js';

/** Summary of a scene as the model gives it. */
export interface SummaryReply {
  readonly scene_summary: string;
}

const schema: z.ZodType<SummaryReply> = z.object({ scene_summary: z.string().trim().min(1).max(3000) });

/** Asks for a summary of a scene, for the scenes after it. */
export const summarizePrompt = definePrompt<Direction & { readonly stage: Stage }, SummaryReply>({
  name: 'summarize',
  version: '5',
  schema,
  render: ({ stage, ...direction }) =>
    retellingMessages(direction, stage, [
      direction.words['task.summarize'],
      fillWord(direction.words, 'answer.json', { shape: '{"scene_summary": string}' }),
    ]),
});
