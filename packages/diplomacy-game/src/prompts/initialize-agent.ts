import { definePrompt } from '@entente/llm-clients';
import type { Outset } from '../agents/power-agent.js';
import { defineFormatPrompt } from './format-prompt.js';
import { powerMessages, type PowerRequest } from './power-messages.js';
import { OUTSET_SHAPE, outsetReply } from './replies/outset-reply.js';

/** What a power sets out with, before anything was said. */
export const initializeAgentPrompt = definePrompt<PowerRequest, Outset>({
  name: 'initialize-agent',
  version: '1',
  schema: outsetReply,
  shape: 'in-words',
  render: (request) => powerMessages(request, { task: 'initialize', shape: OUTSET_SHAPE }),
});

/** The same out of plain words. */
export const formatInitializeAgentPrompt = defineFormatPrompt<Outset>({
  name: 'format-initialize-agent',
  hint: 'One entry for each goal, and one for each power whose relationship is named.',
  shape: OUTSET_SHAPE,
  schema: outsetReply,
});
