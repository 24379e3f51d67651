import { z } from 'zod';
import { emotionsSchema } from '../memory/emotions.js';
import type { LongTermMemory } from '../memory/long-term-memory.js';
import { MISSING_REASONS } from '../ports/missing-reply.js';
import { type Character, PARTNERS } from '../ports/partners.js';
import { MISSING_TYPES, type RelationshipFact } from './relationship-facts.js';
import { relationshipSettingsSchema } from './relationship-settings.js';
import type { SceneOpening } from '../ports/scene-director.js';

const text = z.string();
const scene = z.int().min(0);
const beat = z.int().min(1);
const partner = z.enum(PARTNERS);
const missing = { reason: z.enum(MISSING_REASONS), detail: text };
const forBoth = <Value extends z.ZodType>(value: Value) => z.object({ A: value, B: value });

const characterSchema: z.ZodType<Character> = z.object({ name: text, persona: text, goal: text.exactOptional() });

const openingSchema: z.ZodType<SceneOpening> = z.object({
  category: text,
  turningPoint: text,
  scenario: text,
  theme: text,
  setting: text,
  others: z.array(text),
  situation: text,
  conflict: text,
  goals: forBoth(text),
  defaulted: z.object(missing).exactOptional(),
});

const memorySchema: z.ZodType<LongTermMemory> = z.object({
  id: text,
  text,
  emotions: emotionsSchema.nullable(),
  origin: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('past') }),
    z.object({ kind: z.literal('beat'), scene, beat }),
    z.object({ kind: z.literal('reflection'), scene }),
  ]),
});

const missingSchema = z.object({
  type: z.enum(MISSING_TYPES),
  scene,
  beat: beat.exactOptional(),
  partner: partner.exactOptional(),
  ...missing,
});

/** Reads a fact of a relationship simulation from a journal; drops unknown fields. */
export const relationshipFactSchema: z.ZodType<RelationshipFact> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('couple-introduced'), partners: forBoth(characterSchema), settings: relationshipSettingsSchema }),
  z.object({ type: z.literal('memories-kept'), scene, partner, memories: z.array(memorySchema) }),
  z.object({ type: z.literal('scene-opened'), scene, opening: openingSchema }),
  z.object({ type: z.literal('context-generated'), scene, contexts: forBoth(text) }),
  z.object({
    type: z.literal('memories-recalled'),
    scene,
    partner,
    memories: z.array(z.object({ id: text, score: z.number() })),
  }),
  z.object({
    type: z.literal('beat-narrated'),
    scene,
    beat,
    narrative: text,
    actor: partner,
    question: text,
    options: z.array(z.object({ id: text, action: text })),
  }),
  z.object({ type: z.literal('beat-appraised'), scene, beat, partner, emotions: emotionsSchema, thought: text }),
  z.object({ type: z.literal('choice-made'), scene, beat, partner, action: text, option: text.nullable() }),
  z.object({ type: z.literal('scene-summarized'), scene, summary: text }),
  z.object({ type: z.literal('reflection-made'), scene, partner, reflection: text }),
  z.object({ type: z.literal('commitment-scored'), scene, partner, score: z.number().min(0).max(10), reasoning: text }),
  z.object({ type: z.literal('scene-ended'), scene, ending: z.enum(['played', 'cut-short']) }),
  missingSchema,
]);
