import { numberBetween, oneOf, yesOrNo } from '@entente/studies/settings';
import { z } from 'zod';
import { COUPLE_STAGES, LIVING, WORK } from '../../state/couple-facts.js';
import { RELATION_STATE_NAMES, RELATION_STATES } from '../../state/relation-states.js';
import type { Conditions } from '../scenario.js';

const AFTER = 'write a list of events that scenarios use up: [first-meeting]';

function range(least: number, most: number, what: string): z.ZodExactOptional<z.ZodType<{ min?: number; max?: number }>> {
  const bound = numberBetween(least, most).exactOptional();
  return z
    .strictObject({ min: bound, max: bound }, { error: 'write { min: 2 }, { max: 9 } or both' })
    .describe(what)
    .exactOptional();
}

/** Any of several words, in a list. */
function anyOf<const Name extends string>(names: readonly Name[], what: string): z.ZodExactOptional<z.ZodType<Name[]>> {
  const error = `write a list out of ${names.join(', ')}`;
  return z.array(oneOf(names), { error }).min(1, { error }).describe(what).exactOptional();
}

const some = oneOf(['none', 'some']).exactOptional();

const personSchema = z
  .strictObject(
    {
      age: range(0, 130, 'years'),
      work: anyOf(WORK, 'kinds of work'),
      parents: some.describe('whether a parent is alive'),
      grandparents: yesOrNo.exactOptional().describe('whether a grandparent is alive'),
      siblings: yesOrNo.exactOptional(),
      children: some.describe('whether there are children, those of the couple aside'),
      pet: yesOrNo.exactOptional(),
    },
    { error: 'write conditions on a person: { age: { min: 50 } }' },
  )
  .exactOptional();

const states = Object.fromEntries(
  RELATION_STATE_NAMES.map((name) => [name, anyOf<string>(RELATION_STATES[name], `values of the state "${name}"`)]),
);

/** Conditions of a turning point or a scenario as files write them. */
export const conditionsSchema: z.ZodType<Conditions> = z
  .strictObject(
    {
      stage: anyOf(COUPLE_STAGES, 'how far the two have come with each other'),
      living: anyOf(LIVING, 'how the two live'),
      children: some.describe('whether the two have or bring up children together'),
      months: range(0, 1200, 'months since they became what they are to each other'),
      commitment: range(0, 10, 'newest scores, 0 to 10: min for both partners, max for the lower of the two'),
      after: z
        .array(z.string({ error: AFTER }), { error: AFTER })
        .min(1, { error: AFTER })
        .describe('events out of `uses` of which one has happened in the run; asked of strangers alone')
        .exactOptional(),
      states: z
        .strictObject(states, { error: 'write states with their values: { conflict: [active] }' })
        .describe('states of the relationship')
        .exactOptional(),
      A: personSchema.describe('conditions on {A}'),
      B: personSchema.describe('conditions on {B}'),
    },
    { error: 'write conditions: { stage: [together] }' },
  )
  .describe('conditions under which it may be played; an unknown fact fulfils a condition');
