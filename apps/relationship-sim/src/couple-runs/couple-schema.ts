import {
  type Arc,
  AS_LISTED,
  BONDS,
  type Couple,
  COUPLE_STAGES,
  LIVING,
  type Persona,
  PRONOUNS,
  type Roles,
  type Scenario,
  type SceneMaterial,
  WORK,
} from '@entente/relationship';
import { z } from 'zod';

const text = z.string();
const texts = z.array(text);
const place = z.union([z.literal(0), z.literal(1)]);

const lifeSchema: z.ZodType<Persona['life']> = z.object({
  work: z.enum(WORK).exactOptional(),
  parents: z.enum(['both', 'one', 'none']).exactOptional(),
  grandparents: z.boolean().exactOptional(),
  siblings: z.boolean().exactOptional(),
  children: z.number().exactOptional(),
  pet: z.boolean().exactOptional(),
});

/** Headers of the first version hold name, persona, memories and one `goal`. */
const personaSchema = z
  .object({
    id: text.exactOptional(),
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
    life: lifeSchema.default({}),
    memories: texts,
  })
  .transform(({ goal, ...persona }): Persona => {
    const { id = persona.name.toLowerCase() } = persona;
    return goal === undefined ? { ...persona, id } : { ...persona, id, goals: [goal] };
  });

/** Reads the couple of a header. In headers of the first version nothing is known of it but its personas. */
export const coupleSchema: z.ZodType<Couple> = z.object({
  id: text,
  partners: z.tuple([personaSchema, personaSchema]),
  facts: z
    .object({
      bond: z.enum(BONDS),
      kind: text.exactOptional(),
      stage: z.enum(COUPLE_STAGES),
      months: z.number().exactOptional(),
      living: z.enum(LIVING).exactOptional(),
      children: z.number().exactOptional(),
      story: text.exactOptional(),
      agreed: texts,
    })
    .default({ bond: 'partners', stage: 'together', agreed: [] }),
  knows: z.tuple([text, text]).default(['', '']),
  secrets: z.tuple([texts, texts]).default([[], []]),
});

export const rolesSchema: z.ZodType<Roles> = z.object({ A: place, B: place }).default(AS_LISTED);

/** Scenarios and arcs as the library of the study had them; they are only checked to be there. */
export const ownMaterialSchema: z.ZodType<SceneMaterial> = z.object({
  scenarios: z.array(z.custom<Scenario>(hasId)),
  arcs: z.array(z.custom<Arc>(hasId)),
});

function hasId(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string';
}
