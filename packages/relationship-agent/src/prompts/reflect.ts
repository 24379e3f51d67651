import { definePrompt } from '@entente/llm-clients';
import type { Reflection } from '@entente/relationship';
import { z } from 'zod';
import { characterMessages, type HistoryRequest, taskAnsweredAs } from './character-messages.js';

/** Shape of the reply, by which the offline model knows the prompt in any language. */
export const REFLECTION_SHAPE = '{"reflection": string, "story": string, "ofOther": string}';

const schema: z.ZodType<Reflection> = z.object({
  reflection: z.string().trim().min(1).max(1500),
  story: z.string().trim().min(1).max(1000),
  ofOther: z.string().trim().max(600).default(''),
});

/** Asks what this partner makes of the scene, how it will be remembered, and what it showed of the other one. */
export const reflectPrompt = definePrompt<HistoryRequest, Reflection>({
  name: 'reflect',
  version: '6',
  schema,
  render: (request) =>
    characterMessages(request, [taskAnsweredAs(request.words, request.words['task.reflect'], REFLECTION_SHAPE)]),
});
