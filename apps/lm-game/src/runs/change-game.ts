import { forEveryPower, type TableChanged } from '@entente/diplomacy-game';
import { type GameSpec, isModel, PERSON_PROVIDER } from '@entente/diplomacy-game/state';
import { type ByPower, POWERS } from '@entente/diplomacy-rules';
import { formatModelSpec, type ModelSpec } from '@entente/llm-clients/contract';
import { UsageError } from '@entente/run-console';
import type { Session } from '@entente/run-console/session';
import { changedSettings } from './chosen-settings.js';
import type { GameOptions } from './game-options.js';
import { describePlayer, describeSeats, outputLimits, withLimit } from './plan-games.js';
import { choosePrompts } from './prompt-sets-of-options.js';

/** A game's spec with the settings and players of a command. Those that the command leaves out stay. */
export async function changedGame(
  spec: GameSpec,
  options: GameOptions,
  { session, cwd }: { readonly session: Session; readonly cwd: string },
): Promise<GameSpec> {
  const hasWords = options.promptsDir !== undefined || options.prompts !== undefined;
  const prompts = hasWords ? await choosePrompts(options, cwd) : undefined;
  for (const note of prompts?.notes ?? []) session.note(note);
  const models = changedModels(spec, options, session);
  const seats = forEveryPower((power) => ({
    model: models[power],
    promptSet: prompts?.nameOf[power] ?? spec.seats[power].promptSet,
  }));
  const describe = (id: string): ModelSpec => describePlayer(id, session.models);
  return {
    ...spec,
    settings: changedSettings(spec.settings, options),
    seats,
    formatter: changedFormatter(spec.formatter, options, describe),
    narrator: changedNarrator(spec, options, describe, models),
    promptSets: prompts?.sets ?? spec.promptSets,
  };
}

function changedModels({ seats }: GameSpec, options: GameOptions, session: Session): ByPower<ModelSpec> {
  const isNamed = options.models !== undefined;
  const named = isNamed ? describeSeats(options, session) : undefined;
  const limits = outputLimits(options);
  return forEveryPower((power) => {
    if (named !== undefined) return named[power];
    if (options.human?.includes(power)) return describePlayer(PERSON_PROVIDER, session.models);
    return withLimit(seats[power].model, limits[power]);
  });
}

function changedFormatter(
  before: GameSpec['formatter'],
  { twoStep, formatterModel }: GameOptions,
  describe: (id: string) => ModelSpec,
): GameSpec['formatter'] {
  if (twoStep === undefined) return before;
  if (!twoStep) return null;
  return formatterModel === undefined ? (before ?? 'own') : describe(formatterModel);
}

function changedNarrator(
  { narrator }: GameSpec,
  { phaseSummaries, narratorModel }: GameOptions,
  describe: (id: string) => ModelSpec,
  models: ByPower<ModelSpec>,
): ModelSpec | null {
  if (phaseSummaries === undefined) return narrator;
  if (!phaseSummaries) return null;
  if (narratorModel !== undefined) return describe(narratorModel);
  const first = narrator ?? POWERS.map((power) => models[power]).find(isModel);
  if (first !== undefined) return first;
  throw new UsageError('--generate-phase-summaries needs somebody to write them, and no model plays; add --narrator-model.');
}

/** Fact before the first phase of a fork, so that its state knows who plays and until when. */
export function tableChanged({ settings, seats }: GameSpec): TableChanged {
  return { type: 'table-changed', settings, seats: forEveryPower((power) => ({ model: formatModelSpec(seats[power].model) })) };
}
