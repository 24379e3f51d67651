import { definePrompt } from '@entente/llm-clients';
import type { NegotiationReview } from '../agents/power-agent.js';
import { defineFormatPrompt } from './format-prompt.js';
import { powerMessages, type PowerRequest } from './power-messages.js';
import { NEGOTIATION_REVIEW_SHAPE, negotiationReviewReply } from './replies/reflection-reply.js';

/** What a power makes of a negotiation, before it writes its orders. */
export const negotiationDiaryPrompt = definePrompt<PowerRequest, NegotiationReview>({
  name: 'negotiation-diary',
  version: '1',
  schema: negotiationReviewReply,
  shape: 'in-words',
  render: (request) => powerMessages(request, { task: 'negotiation-diary', shape: NEGOTIATION_REVIEW_SHAPE }),
});

/** The same out of plain words. */
export const formatNegotiationDiaryPrompt = defineFormatPrompt<NegotiationReview>({
  name: 'format-negotiation-diary',
  hint: '"diary" is what was noted of the negotiation, without goals and relationships where they are listed apart.',
  shape: NEGOTIATION_REVIEW_SHAPE,
  schema: negotiationReviewReply,
});
