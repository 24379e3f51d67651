import { definePrompt } from '@entente/llm-clients';
import { z } from 'zod';
import type { NegotiationReview } from '../agents/power-agent.js';
import { defineFormatPrompt } from './format-prompt.js';
import { powerMessages, type PowerRequest } from './power-messages.js';
import { CHANGE_NAMES, changesOnWire, readChanges, RELATIONS_SHAPE, toChanges } from './replies/goals-and-relationships.js';
import { readAll, readFields, readText, readTexts } from './replies/read-fields.js';

/** Shape in which the review of a negotiation is asked for. */
const NEGOTIATION_REVIEW_SHAPE = `{"diary": string, "goals": [string], "relationships": ${RELATIONS_SHAPE}}`;

const REVIEW = {
  ...CHANGE_NAMES,
  diary: ['diary', 'private_diary', 'negotiation_summary', 'summary', 'diary_entry', 'entry'],
  intent: ['intent', 'intents', 'intentions'],
} as const;

/** A diary entry and changes, in our shape or the predecessor's (`negotiation_summary`, `intent`, `updated_relationships`). */
export const negotiationReviewReply: z.ZodType<NegotiationReview> = z.preprocess(
  (value) => {
    const fields = readFields(value, REVIEW);
    if (fields === undefined) return undefined;
    const intent = readText(fields.intent);
    const said = readTexts(readAll(value, REVIEW)?.diary);
    if ((said === undefined && fields.diary !== undefined) || (intent === undefined && fields.intent !== undefined))
      return undefined;
    const diary = [said, intent && `Intent: ${intent}`].filter(Boolean).join('\n');
    return { diary, ...readChanges(fields) };
  },
  z
    .object({ diary: z.string().min(1), ...changesOnWire })
    .transform(({ diary, ...changes }) => ({ diary, ...toChanges(changes) })),
);

/** Asks a power for its review of a negotiation, before it writes its orders. */
export const negotiationDiaryPrompt = definePrompt<PowerRequest, NegotiationReview>({
  name: 'negotiation-diary',
  version: '1',
  schema: negotiationReviewReply,
  shape: 'in-words',
  render: (request) => powerMessages(request, { task: 'negotiation-diary', shape: NEGOTIATION_REVIEW_SHAPE }),
});

/** Second step: converts free text to JSON. */
export const formatNegotiationDiaryPrompt = defineFormatPrompt<NegotiationReview>({
  name: 'format-negotiation-diary',
  hint: '"diary" is what was noted of the negotiation, without goals and relationships where they are listed apart.',
  shape: NEGOTIATION_REVIEW_SHAPE,
  schema: negotiationReviewReply,
});
