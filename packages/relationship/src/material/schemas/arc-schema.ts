import { oneOf } from '@entente/studies/settings';
import { z } from 'zod';
import { SCENE_CATEGORIES } from '../scenario.js';
import { idSchema, text } from './field-schemas.js';

const STEP = 'write one of { category: … }, { turningPoint: … }, { oneOf: [ids of scenarios] }';

export const stepSchema = z
  .strictObject(
    {
      category: oneOf(SCENE_CATEGORIES).exactOptional().describe('any scenario of this category'),
      turningPoint: text('the id of a turning point')
        .exactOptional()
        .describe('any scenario of this turning point, by its id or name'),
      oneOf: z.array(idSchema, { error: STEP }).min(1, { error: STEP }).exactOptional().describe('one of these scenarios, by id'),
    },
    { error: STEP },
  )
  .refine((step) => Object.keys(step).length === 1, { error: STEP })
  .meta({ minProperties: 1, maxProperties: 1 });

/** An arc as files write it: the order of scenes. */
export const arcSchema = z.strictObject({
  id: idSchema,
  title: text('a title').exactOptional(),
  about: text('a sentence').exactOptional().describe('what happens in it'),
  steps: z
    .array(stepSchema, { error: 'write a list of steps' })
    .min(1, { error: 'write at least one step' })
    .describe('one step a scene; a longer run repeats them'),
});

export type WrittenStep = z.output<typeof stepSchema>;
