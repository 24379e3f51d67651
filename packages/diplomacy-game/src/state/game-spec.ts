import { type ByPower, parsePhase, parseRulebook, type Phase, POWERS, type RulebookChoice } from '@entente/diplomacy-rules';
import { type ModelSpec, modelSpecSchema, TypedError } from '@entente/llm-clients/contract';
import type { Json } from '@entente/simulation-core';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import { z } from 'zod';
import type { PromptSet } from '../prompts/prompt-set.js';
import type { GameSettings } from '../settings/game-settings.js';

/** Who plays one power, and in which words it is asked. */
export interface SeatSpec {
  /** Of provider `bot` (`greedy`, `random`, `hold`) or `human` where no model plays; a limit on replies is in its sampling. */
  readonly model: ModelSpec;
  /** A name in `promptSets`; bots and people have one too, and never see it. */
  readonly promptSet: string;
}

/** The words of a prompt set as a run keeps them. */
export interface PromptSetSpec {
  /** A change of one word makes another run. */
  readonly digest: string;
  /** The whole set where it came from a user's folder, which may be gone when the run is resumed; absent for ours. */
  readonly words?: PromptSet;
}

/** All that decides a game, apart from its seed; plain data from which the app can build the program again. */
export interface GameSpec {
  readonly settings: GameSettings;
  readonly seats: ByPower<SeatSpec>;
  /** Who turns free text into the shape that is needed, in two-step mode: one model for all, or each its own. Else `null`. */
  readonly formatter: ModelSpec | 'own' | null;
  /** Who sums up phases; `null` without summaries. */
  readonly narrator: ModelSpec | null;
  readonly promptSets: Readonly<Record<string, PromptSetSpec>>;
}

/** The header of a run is not one of a game. */
export class GameSpecError extends TypedError {
  static override readonly errorName: string = 'diplomacy-game/GameSpecError';
}

const phaseSchema = z.custom<Phase>((name) => typeof name === 'string' && parsePhase(name) !== null, 'no phase');

const settingsSchema: z.ZodType<GameSettings> = z.object({
  maxYear: z.number(),
  endAtPhase: phaseSchema.exactOptional(),
  drawAfterYears: z.number().exactOptional(),
  negotiationRounds: z.number(),
  adaptiveRounds: z.boolean(),
  planning: z.boolean(),
  phaseSummaries: z.boolean(),
  rulebook: z.custom<RulebookChoice>((value) => parseRulebook(value).problem === undefined, 'no rulebook'),
});

const promptSetSchema = z.custom<PromptSet>(
  (set) => z.looseObject({ name: z.string(), rules: z.string(), tasks: z.looseObject({}) }).safeParse(set).success,
  'no prompt set',
);

const gameSpecSchema: z.ZodType<GameSpec> = z.object({
  settings: settingsSchema,
  seats: z.record(z.enum(POWERS), z.object({ model: modelSpecSchema, promptSet: z.string() })),
  formatter: z.union([modelSpecSchema, z.literal('own')]).nullable(),
  narrator: modelSpecSchema.nullable(),
  promptSets: z.record(z.string(), z.object({ digest: z.string(), words: promptSetSchema.exactOptional() })),
});

/** The spec of a header. @throws GameSpecError where this program did not write it */
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
