import { z } from 'zod';
import type { NegotiationReview, Reflection } from '../../agents/power-agent.js';
import { readAll, readFields, readText, readTexts } from './read-fields.js';
import { readGoals } from './read-goals.js';
import { readRelations, RELATIONS_SHAPE, relationsOnWire, toRelations } from './relations-reply.js';

/** How the review of a negotiation is asked for. */
export const NEGOTIATION_REVIEW_SHAPE = `{"diary": string, "goals": [string], "relationships": ${RELATIONS_SHAPE}}`;

/** How a power is asked what has changed for it. */
export const STATE_UPDATE_SHAPE = `{"reasoning": string, "goals": [string], "relationships": ${RELATIONS_SHAPE}}`;

const CHANGES = {
  goals: ['goals', 'updated_goals', 'new_goals'],
  relationships: ['relationships', 'updated_relationships', 'relationship_updates', 'relations'],
} as const;

const REVIEW = {
  ...CHANGES,
  diary: ['diary', 'private_diary', 'negotiation_summary', 'summary', 'diary_entry', 'entry'],
  intent: ['intent', 'intents', 'intentions'],
} as const;

const UPDATE = { ...CHANGES, reasoning: ['reasoning', 'note', 'thoughts', 'explanation'] } as const;

const changesOnWire = { goals: z.array(z.string()), relationships: relationsOnWire };

/** A diary entry and what has changed, in our shape or the predecessor's (`negotiation_summary`, `intent`, `updated_relationships`). */
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

/** What has changed after a phase, in our shape or the predecessor's. */
export const stateUpdateReply: z.ZodType<Reflection> = z.preprocess(
  (value) => {
    const fields = readFields(value, UPDATE);
    return fields && { reasoning: readTexts(readAll(value, UPDATE)?.reasoning) ?? '', ...readChanges(fields) };
  },
  z.object({ reasoning: z.string(), ...changesOnWire }).transform(({ reasoning, ...changes }) => ({
    ...toChanges(changes),
    ...(reasoning !== '' && { note: reasoning }),
  })),
);

const readChanges = (fields: { readonly goals?: unknown; readonly relationships?: unknown }) => ({
  goals: readGoals(fields.goals),
  relationships: readRelations(fields.relationships),
});

/** An empty list says nothing: nobody stops wanting anything. */
function toChanges({ goals, relationships }: z.infer<z.ZodObject<typeof changesOnWire>>): Reflection {
  return {
    ...(goals.length > 0 && { goals }),
    ...(relationships.length > 0 && { relationships: toRelations(relationships) }),
  };
}
