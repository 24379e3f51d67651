import { z } from 'zod';
import { AS_LISTED } from '../material/couple.js';
import { emotionsSchema } from '../memory/emotions.js';
import type { LongTermMemory } from '../memory/long-term-memory.js';
import { MISSING_REASONS } from '../ports/missing-reply.js';
import { type Character, PARTNERS, PRONOUNS } from '../ports/partners.js';
import type { SceneOpening } from '../ports/scene-director.js';
import { coupleChangeSchema, coupleFactsSchema, UNKNOWN_COUPLE } from './couple-facts.js';
import { relationDeltaSchema } from './relation-states.js';
import { MISSING_TYPES, type RelationshipFact } from './relationship-facts.js';
import { relationshipSettingsSchema } from './relationship-settings.js';

const text = z.string();
const scene = z.int().min(0);
const beat = z.int().min(1);
const partner = z.enum(PARTNERS);
const missing = { reason: z.enum(MISSING_REASONS), detail: text };
const forBoth = <Value extends z.ZodType>(value: Value) => z.object({ A: value, B: value });
const nothingForBoth = { A: '', B: '' };
const onlySees = forBoth(text).default(nothingForBoth);

const texts = z.array(text);

/** Journals of the first version hold one `goal`. */
export const characterSchema: z.ZodType<Character> = z
  .object({
    name: text,
    persona: text,
    pronouns: z.enum(PRONOUNS).exactOptional(),
    age: z.number().exactOptional(),
    occupation: text.exactOptional(),
    traits: texts.exactOptional(),
    values: texts.exactOptional(),
    attachment: z.object({ anxiety: z.number(), avoidance: z.number() }).exactOptional(),
    goals: texts.exactOptional(),
    goal: text.exactOptional(),
    dealbreakers: texts.exactOptional(),
    rules: texts.exactOptional(),
  })
  .transform(({ goal, ...character }) => (goal === undefined ? character : { ...character, goals: [goal] }));

// Journals of the first version know neither secrets nor facts of the couple.
const openingSchema: z.ZodType<SceneOpening> = z.object({
  category: text,
  turningPoint: text,
  scenario: text,
  insteadOf: text.exactOptional(),
  swapped: z.boolean().default(false),
  weeks: z.number().default(0),
  theme: text,
  setting: text,
  others: texts,
  situation: text,
  onlyKnows: forBoth(text).default(nothingForBoth),
  conflict: text,
  goals: forBoth(text),
  uses: texts.default([]),
  brings: z.array(coupleChangeSchema).default([]),
  mayBring: z.array(coupleChangeSchema).default([]),
  told: z.array(z.object({ id: text, quote: text })).default([]),
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

const part = z.number().exactOptional();

/** A move; journals of the first version hold an imperative phrase, `action`, in the place of deed, words and tone. */
const choiceSchema = z
  .object({
    type: z.literal('choice-made'),
    scene,
    beat,
    partner,
    deed: text.exactOptional(),
    action: text.exactOptional(),
    words: text.default(''),
    tone: text.default(''),
    reason: text.default(''),
    option: text.nullable(),
  })
  .transform(({ action, deed, ...made }) => ({ ...made, deed: deed ?? action ?? '' }));

/** Reads a fact of a relationship simulation from a journal, of the first version too; drops unknown fields. */
export const relationshipFactSchema: z.ZodType<RelationshipFact> = z.union([
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('couple-introduced'),
      partners: forBoth(characterSchema),
      roles: forBoth(z.union([z.literal(0), z.literal(1)])).default(AS_LISTED),
      couple: coupleFactsSchema.default(UNKNOWN_COUPLE),
      secrets: forBoth(texts).default({ A: [], B: [] }),
      settings: relationshipSettingsSchema,
    }),
    z.object({ type: z.literal('settings-changed'), scene, settings: relationshipSettingsSchema }),
    z.object({ type: z.literal('memories-kept'), scene, partner, memories: z.array(memorySchema) }),
    z.object({ type: z.literal('scene-opened'), scene, opening: openingSchema }),
    z.object({ type: z.literal('event-injected'), scene, event: text, knownTo: z.array(partner) }),
    z.object({ type: z.literal('context-generated'), scene, contexts: forBoth(text) }),
    z.object({
      type: z.literal('memories-recalled'),
      scene,
      beat: beat.default(1),
      partner,
      memories: z.array(
        z.object({
          id: text,
          score: z.number(),
          parts: z.object({ meaning: part, emotion: part, recency: part, novelty: part }).exactOptional(),
        }),
      ),
    }),
    z.object({
      type: z.literal('beat-narrated'),
      scene,
      beat,
      narrative: text,
      onlySees,
      actor: partner,
      question: text,
      options: z.array(z.object({ id: text, action: text })),
    }),
    z.object({ type: z.literal('beat-appraised'), scene, beat, partner, emotions: emotionsSchema, thought: text }),
    z.object({ type: z.literal('scene-closed'), scene, narrative: text, onlySees }),
    z.object({ type: z.literal('scene-summarized'), scene, summary: text }),
    z.object({
      type: z.literal('reflection-made'),
      scene,
      partner,
      reflection: text,
      story: text.default(''),
      ofOther: text.default(''),
    }),
    z.object({ type: z.literal('relation-assessed'), scene, deltas: z.array(relationDeltaSchema) }),
    z.object({ type: z.literal('couple-changed'), scene, ...coupleChangeSchema.shape, quote: text.nullable() }),
    z.object({ type: z.literal('secret-told'), scene, partner, id: text, quote: text }),
    z.object({ type: z.literal('commitment-scored'), scene, partner, score: z.number().min(0).max(10), reasoning: text }),
    z.object({ type: z.literal('scene-ended'), scene, ending: z.enum(['played', 'cut-short']) }),
    missingSchema,
  ]),
  choiceSchema,
]);
