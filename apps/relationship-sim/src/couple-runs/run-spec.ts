import { type ModelSpec, modelSpecSchema } from '@entente/llm-clients/contract';
import { relationshipSettingsSchema } from '@entente/relationship';
import { ConsoleError } from '@entente/run-console';
import type { Json } from '@entente/simulation-core';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import { z } from 'zod';
import { schemaOfSection } from '@entente/studies/settings';
import type { RelationshipSpec } from '../relationship-program.js';
import { ownWordsSchema } from '../prompts/own-words.js';
import { COUPLE_SETTINGS } from './couple-settings.js';
import { coupleSchema, ownMaterialSchema, rolesSchema } from './couple-schema.js';

/** Spec of a run as the command line writes it into the header: with the settings of the models. */
export interface RunSpec extends RelationshipSpec {
  readonly models: {
    readonly actor: ModelSpec;
    readonly secondActor: ModelSpec;
    readonly director: ModelSpec;
    readonly judge: ModelSpec;
    readonly embedding: ModelSpec | null;
  };
}

const runSpecSchema: z.ZodType<RunSpec> = z.object({
  couple: coupleSchema,
  roles: rolesSchema,
  models: z.object({
    actor: modelSpecSchema,
    secondActor: modelSpecSchema,
    director: modelSpecSchema,
    judge: modelSpecSchema,
    embedding: modelSpecSchema.nullable(),
  }),
  settings: relationshipSettingsSchema,
  sampling: schemaOfSection(COUPLE_SETTINGS, 'sampling').exactOptional(),
  prompts: z.string(),
  scenarios: z.string(),
  material: ownMaterialSchema.exactOptional(),
  pool: z.array(z.string()).exactOptional(),
  words: ownWordsSchema.exactOptional(),
});

/** The spec of a header. @throws ConsoleError where this program did not write it */
export function readRunSpec({ spec }: Pick<RunBlueprint, 'spec'>): RunSpec {
  const parsed = runSpecSchema.safeParse(spec);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ConsoleError(
    `This run's header is not one of relationship-sim (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}); another program, or another version, made it.`,
  );
}

/** Whether the header is of the first version, whose scenes had no words, secrets or states: such a run can be read, and played no further. */
export function isOfFirstVersion({ spec }: Pick<RunBlueprint, 'spec'>): boolean {
  return typeof spec === 'object' && spec !== null && !Object.hasOwn(spec, 'roles');
}

export function toJson(spec: RunSpec): Json {
  return JSON.parse(JSON.stringify(spec)) as Json;
}
