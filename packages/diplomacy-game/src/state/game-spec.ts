import { type ByPower, POWERS } from '@entente/diplomacy-rules';
import { type ModelSpec, modelSpecSchema } from '@entente/llm-clients/contract';
import type { Json } from '@entente/simulation-core';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import { schemaOfSection } from '@entente/studies/settings';
import { z } from 'zod';
import { GameSpecError } from '../errors.js';
import type { PromptSet } from '../prompts/prompt-set.js';
import { GAME_SETTINGS, type GameSettings } from '../settings/game-settings.js';

/** Player of one power, and the prompt set that it is asked with. */
export interface SeatSpec {
  /** Model, bot (provider `bot`: `greedy`, `random`, `hold`) or person (provider `human`). Its sampling holds the limit on replies. */
  readonly model: ModelSpec;
  /** Name in `promptSets`. Bots and people have one too, and never see it. */
  readonly promptSet: string;
}

/** Prompt set as a run keeps it. */
export interface PromptSetSpec {
  /** Hash of all texts, so that a change of one word makes another run. */
  readonly digest: string;
  /** The whole set if it came from a user's folder, which may be gone when the run is resumed; absent for built-in sets. */
  readonly words?: PromptSet;
}

/** Everything that decides a game, apart from its seed; plain data from which the app can build the program again. */
export interface GameSpec {
  readonly settings: GameSettings;
  readonly seats: ByPower<SeatSpec>;
  /** Model that turns free text into JSON in two-step mode, `own` for the model that wrote it; `null` in one-step mode. */
  readonly formatter: ModelSpec | 'own' | null;
  /** Model that summarizes phases; `null` without summaries. */
  readonly narrator: ModelSpec | null;
  readonly promptSets: Readonly<Record<string, PromptSetSpec>>;
}

const promptSetSchema = z.custom<PromptSet>(
  (set) => z.looseObject({ name: z.string(), rules: z.string(), tasks: z.looseObject({}) }).safeParse(set).success,
  'no prompt set',
);

const gameSpecSchema: z.ZodType<GameSpec> = z.object({
  settings: schemaOfSection(GAME_SETTINGS, 'settings'),
  seats: z.record(z.enum(POWERS), z.object({ model: modelSpecSchema, promptSet: z.string() })),
  formatter: z.union([modelSpecSchema, z.literal('own')]).nullable(),
  narrator: modelSpecSchema.nullable(),
  promptSets: z.record(z.string(), z.object({ digest: z.string(), words: promptSetSchema.exactOptional() })),
});

/** Reads the spec of a header. @throws GameSpecError if another program wrote it */
export function readGameSpec({ spec }: Pick<RunBlueprint, 'spec'>): GameSpec {
  const parsed = gameSpecSchema.safeParse(spec);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new GameSpecError(
    `This run's header is not one of lm-game (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}); another program, or another version, made it.`,
  );
}

export function toJson(spec: GameSpec): Json {
  return JSON.parse(JSON.stringify(spec)) as Json;
}
