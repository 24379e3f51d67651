import { z } from 'zod';
import type { Outset } from '../../agents/power-agent.js';
import { readFields } from './read-fields.js';
import { readGoals } from './read-goals.js';
import { readRelations, RELATIONS_SHAPE, relationsOnWire, toRelations } from './relations-reply.js';

/** How goals and first relationships are asked for. */
export const OUTSET_SHAPE = `{"goals": [string], "relationships": ${RELATIONS_SHAPE}}`;

const NAMES = {
  goals: ['goals', 'initial_goals', 'goal'],
  relationships: ['relationships', 'initial_relationships', 'relations'],
} as const;

/** What a power sets out with, in our shape or the predecessor's (`initial_goals`, `initial_relationships`). */
export const outsetReply: z.ZodType<Outset> = z.preprocess(
  (value) => {
    const fields = readFields(value, NAMES);
    return fields && { goals: readGoals(fields.goals), relationships: readRelations(fields.relationships) };
  },
  z
    .object({ goals: z.array(z.string()).min(1), relationships: relationsOnWire })
    .transform(({ goals, relationships }) => ({ goals, relationships: toRelations(relationships) })),
);
