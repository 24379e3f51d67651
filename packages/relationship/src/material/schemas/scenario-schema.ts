import { oneOf, yesOrNo } from '@entente/studies/settings';
import { z } from 'zod';
import { PARTNERS } from '../../ports/partners.js';
import { BONDS, COUPLE_STAGES, LIVING, WORK } from '../../state/couple-facts.js';
import { SCENE_CATEGORIES, UNCERTAINTIES } from '../scenario.js';
import { conditionsSchema } from './conditions-schema.js';
import { idSchema, text } from './field-schemas.js';
import { PARENTS } from './persona-schema.js';

const MORE_CHILDREN = 'write the number of children that join: +1';
const PEOPLE = { work: oneOf(WORK), parents: oneOf(PARENTS), grandparents: yesOrNo, pet: yesOrNo };
const ofPartners = Object.fromEntries(
  PARTNERS.flatMap((partner) =>
    Object.entries(PEOPLE).map(([fact, schema]) => [
      `${partner}.${fact}`,
      (schema as z.ZodType<string | boolean>).exactOptional(),
    ]),
  ),
);

/** Changes of facts as files write them: `{ stage: engaged, A.work: retired }`. */
const changesSchema = z.strictObject(
  {
    stage: oneOf(COUPLE_STAGES).exactOptional(),
    living: oneOf(LIVING).exactOptional(),
    children: z.int({ error: MORE_CHILDREN }).min(1, { error: MORE_CHILDREN }).exactOptional(),
    ...ofPartners,
  },
  { error: 'write facts with their new values: { A.work: retired }' },
);

const USES = 'write events of a life in small letters and -, with A. or B. for an event of one person: [A.job-loss]';

const scenarioFields = {
  id: idSchema,
  context: text('a place or an occasion').describe('place or occasion in two or three words, which the setting contains'),
  tone: text('a tone').describe('hopeful, joyful, tense, conflicted, ambiguous, tender, sad, …'),
  setting: text('a sentence').describe('where and when; {A} and {B} stand for the names in every text'),
  situation: text('a few sentences').describe(
    'what both see, up to a moment at which one of the two has to act; contains the name of the turning point',
  ),
  onlyA: text('a sentence').exactOptional().describe('what only {A} knows'),
  onlyB: text('a sentence').exactOptional().describe('what only {B} knows'),
  conflict: text('a sentence').describe('what pulls them apart; for the director and the judges alone'),
  requires: conditionsSchema.exactOptional(),
  uses: z
    .array(z.string({ error: USES }).regex(/^([AB]\.)?[a-z][a-z0-9-]*$/, { error: USES }), { error: USES })
    .exactOptional()
    .describe('what happens only once in a life: no later scenario with the same key is played'),
  brings: changesSchema.exactOptional().describe('facts that are true from the opening on'),
  mayBring: changesSchema.exactOptional().describe('facts that the two may bring about in the scene'),
  bonds: z
    .array(oneOf(BONDS), { error: `write a list out of ${BONDS.join(', ')}` })
    .min(1, { error: `write a list out of ${BONDS.join(', ')}` })
    .exactOptional()
    .describe('bonds that the scenario suits; [partners] unless written'),
};

/** A scenario under its turning point. */
export const nestedScenarioSchema = z.strictObject(scenarioFields);

/** A scenario that names its turning point. */
export const scenarioSchema = z.strictObject({
  ...scenarioFields,
  turningPoint: text('the id of a turning point').describe('id or name of the turning point'),
});

const turningPointFields = {
  id: idSchema,
  name: text('the name of the event').describe(
    'event in small letters; the situation of each of its scenarios contains these words',
  ),
  uncertainty: oneOf(UNCERTAINTIES).describe('what one is unsure of'),
  requires: conditionsSchema.exactOptional().describe('conditions of all its scenarios'),
};

/** A turning point with its scenarios. */
export const turningPointSchema = z.strictObject({
  ...turningPointFields,
  scenarios: z.array(nestedScenarioSchema, { error: 'write a list of scenarios' }),
});

/** A turning point that names its category, without scenarios. */
export const bareTurningPointSchema = z.strictObject({ ...turningPointFields, category: oneOf(SCENE_CATEGORIES) });

/** Turning points of one category, each with its scenarios: an entry of turning-points.yaml. */
export const turningPointsSchema = z.strictObject({
  category: oneOf(SCENE_CATEGORIES).describe('part of a relationship'),
  turningPoints: z.array(turningPointSchema, { error: 'write a list of turning points' }),
});

/** Scenarios, with turning points of their own where they need some: a file of scenarios. */
export const scenariosSchema = z.strictObject({
  series: idSchema
    .exactOptional()
    .describe('name of a series: its scenarios build on each other and are played only where an arc names them by id'),
  turningPoints: z.array(bareTurningPointSchema, { error: 'write a list of turning points' }).exactOptional(),
  scenarios: z.array(scenarioSchema, { error: 'write a list of scenarios' }),
});

export type WrittenScenario = z.output<typeof nestedScenarioSchema>;
