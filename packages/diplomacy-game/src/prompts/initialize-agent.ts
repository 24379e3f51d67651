import { definePrompt } from '@entente/llm-clients';
import { z } from 'zod';
import type { Outset } from '../agents/power-agent.js';
import { defineFormatPrompt } from './format-prompt.js';
import { powerMessages, type PowerRequest } from './power-messages.js';
import { readGoals, readRelations, RELATIONS_SHAPE, relationsOnWire, toRelations } from './replies/goals-and-relationships.js';
import { readFields } from './replies/read-fields.js';

/** Shape in which goals and first relationships are asked for. */
const OUTSET_SHAPE = `{"goals": [string], "relationships": ${RELATIONS_SHAPE}}`;

const NAMES = {
  goals: ['goals', 'initial_goals', 'goal'],
  relationships: ['relationships', 'initial_relationships', 'relations'],
} as const;

/** Goals and relationships in our shape or the predecessor's (`initial_goals`, `initial_relationships`). */
export const outsetReply: z.ZodType<Outset> = z.preprocess(
  (value) => {
    const fields = readFields(value, NAMES);
    return fields && { goals: readGoals(fields.goals), relationships: readRelations(fields.relationships) };
  },
  z
    .object({ goals: z.array(z.string()).min(1), relationships: relationsOnWire })
    .transform(({ goals, relationships }) => ({ goals, relationships: toRelations(relationships) })),
);

/** Asks a power for its first goals and relationships, before anything was said. */
export const initializeAgentPrompt = definePrompt<PowerRequest, Outset>({
  name: 'initialize-agent',
  version: '1',
  schema: outsetReply,
  shape: 'in-words',
  render: (request) => powerMessages(request, { task: 'initialize', shape: OUTSET_SHAPE }),
});

/** Second step: converts free text to JSON. */
export const formatInitializeAgentPrompt = defineFormatPrompt<Outset>({
  name: 'format-initialize-agent',
  hint: 'One entry for each goal, and one for each power whose relationship is named.',
  shape: OUTSET_SHAPE,
  schema: outsetReply,
});
