import { z } from 'zod';
import { arcSchema } from './schemas/arc-schema.js';
import { coupleSchema } from './schemas/couple-schema.js';
import { personaSchema } from './schemas/persona-schema.js';
import { scenarioSchema, scenariosSchema, turningPointsSchema } from './schemas/scenario-schema.js';

/** Names of the published JSON Schemas, as in `material/schemas/persona.schema.json`. */
export const MATERIAL_SCHEMA_NAMES = ['persona', 'couple', 'turning-points', 'scenarios', 'arc'] as const;
export type MaterialSchemaName = (typeof MATERIAL_SCHEMA_NAMES)[number];

/**
 * JSON Schemas (draft 2020-12) of the kinds of material, so that editors complete and check them. A file holds one entry or a list.
 * References between entries, and words that a text has to contain, are checked by `readMaterial` alone.
 */
export function materialJsonSchemas(): Readonly<Record<MaterialSchemaName, Readonly<Record<string, unknown>>>> {
  return {
    persona: jsonSchema(personaSchema),
    couple: jsonSchema(coupleSchema),
    'turning-points': jsonSchema(turningPointsSchema),
    scenarios: jsonSchema(z.union([scenariosSchema, scenarioSchema])),
    arc: jsonSchema(arcSchema),
  };
}

function jsonSchema(entry: z.ZodType): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(z.union([entry, z.array(entry)]), { io: 'input', unrepresentable: 'any', reused: 'ref' });
}
