import { definePrompt, fillWord } from '@entente/llm-clients';
import type { ByPartner, Stage } from '@entente/relationship';
import { z } from 'zod';
import { type Direction, stageMessages } from './director-messages.js';

const text = z.string().trim().min(1).max(1000);
const schema: z.ZodType<ByPartner<string>> = z.object({ A: text, B: text });

/** Asks for a private matter that each partner brings into a scene. */
export const generateContextPrompt = definePrompt<Direction & { readonly stage: Stage }, ByPartner<string>>({
  name: 'generate-context',
  version: '5',
  schema,
  render: ({ stage, ...direction }) =>
    stageMessages(direction, stage, [
      direction.words['task.generate-context'],
      fillWord(direction.words, 'answer.json', { shape: '{"A": string, "B": string}' }),
    ]),
});
