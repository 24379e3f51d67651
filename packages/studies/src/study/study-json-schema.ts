import { z } from 'zod';
import { seatsSchema, studySchema } from './study-schema.js';
import type { StudyProgram } from './study.js';

/** A JSON Schema (draft 2020-12), as editors read it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema of a program's study files, so that editors complete and check them. It knows every setting by name, with its values, default
 * and meaning; relations between settings are checked by `parseStudy` alone.
 */
export function studyJsonSchema({ name, settings, seats, measures }: StudyProgram): JsonSchema {
  const partial = z.strictObject(settings).partial();
  // A condition or a level sets what `settings` and `seats` set.
  const changes = z
    .strictObject(seats.length > 0 ? { ...settings, ...seatsSchema.shape } : settings)
    .partial()
    .nullable();
  const { factors, conditions, seats: placement, ...fields } = studySchema.shape;
  const seatFields = seats.length > 0 ? { seats: placement } : {};
  const schema = z.strictObject({
    ...fields,
    program: z.literal(name),
    settings: partial.exactOptional(),
    ...seatFields,
    factors: factors.meta({ description: 'levels that are crossed' }),
    conditions: z.record(z.string(), changes).exactOptional(),
    measures: z
      .array(z.enum(measures as readonly [string, ...string[]]))
      .min(1)
      .exactOptional(),
  });
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
