import { type ModelSpec, modelSpecSchema } from '@entente/llm-clients/contract';
import { ConsoleError } from '@entente/run-console';
import type { Json } from '@entente/simulation-core';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import { relationshipSettingsSchema } from '@entente/relationship';
import { z } from 'zod';
import type { RelationshipSpec } from '../relationship-program.js';

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

const profileSchema = z.object({
  name: z.string(),
  persona: z.string(),
  goal: z.string().exactOptional(),
  memories: z.array(z.string()),
});

const runSpecSchema: z.ZodType<RunSpec> = z.object({
  couple: z.object({ id: z.string(), partners: z.tuple([profileSchema, profileSchema]) }),
  models: z.object({
    actor: modelSpecSchema,
    secondActor: modelSpecSchema,
    director: modelSpecSchema,
    judge: modelSpecSchema,
    embedding: modelSpecSchema.nullable(),
  }),
  settings: relationshipSettingsSchema,
  prompts: z.string(),
  scenarios: z.string(),
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

export function toJson(spec: RunSpec): Json {
  return JSON.parse(JSON.stringify(spec)) as Json;
}
