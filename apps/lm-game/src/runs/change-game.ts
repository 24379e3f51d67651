import { forEveryPower, type GameSettings, type TableChanged } from '@entente/diplomacy-game';
import { type GameSpec, isModel, PERSON_PROVIDER } from '@entente/diplomacy-game/state';
import { type ByPower, parsePhase, POWERS } from '@entente/diplomacy-rules';
import { formatModelSpec, type ModelSpec } from '@entente/llm-clients/contract';
import { UsageError } from '@entente/run-console';
import type { Session } from '@entente/run-console/session';
import { describePlayer, describeSeats, type GameOptions, outputLimits, withLimit } from './plan-games.js';
import { choosePrompts } from './prompt-sets-of-options.js';
import { rulebookOfOptions } from './rulebook-of-options.js';

/** A game's spec with what the command says in the place of what it was; what the command leaves out stays. */
export async function changedGame(
  spec: GameSpec,
  options: GameOptions,
  { session, cwd }: { readonly session: Session; readonly cwd: string },
): Promise<GameSpec> {
  const hasWords = options.promptsDir !== undefined || options.simplePrompts !== undefined;
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
  const isNamed = (options.models ?? options.model) !== undefined;
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
  { useUnformattedPrompts, formatterModel }: GameOptions,
  describe: (id: string) => ModelSpec,
): GameSpec['formatter'] {
  if (useUnformattedPrompts === undefined) return before;
  if (!useUnformattedPrompts) return null;
  return formatterModel === undefined ? (before ?? 'own') : describe(formatterModel);
}

function changedNarrator(
  { narrator }: GameSpec,
  { generatePhaseSummaries, narratorModel }: GameOptions,
  describe: (id: string) => ModelSpec,
  models: ByPower<ModelSpec>,
): ModelSpec | null {
  if (generatePhaseSummaries === undefined) return narrator;
  if (!generatePhaseSummaries) return null;
  if (narratorModel !== undefined) return describe(narratorModel);
  const first = narrator ?? POWERS.map((power) => models[power]).find(isModel);
  if (first !== undefined) return first;
  throw new UsageError('--generate-phase-summaries needs somebody to write them, and no model plays; add --narrator-model.');
}

/** What has to become true before the first phase of a fork, so that its state knows who plays and until when. */
export function tableChanged({ settings, seats }: GameSpec): TableChanged {
  return { type: 'table-changed', settings, seats: forEveryPower((power) => ({ model: formatModelSpec(seats[power].model) })) };
}

function changedSettings(settings: GameSettings, options: GameOptions): GameSettings {
  const { maxYear, endAtPhase, numNegotiationRounds, adaptiveRounds, planningPhase } = options;
  const { endAtPhase: endBefore, ...others } = settings;
  const end = endAtPhase ?? (maxYear === undefined ? endBefore : undefined);
  const lastYear = maxYear ?? (endAtPhase === undefined ? settings.maxYear : (parsePhase(endAtPhase)?.year ?? settings.maxYear));
  return {
    ...others,
    maxYear: lastYear,
    ...(end !== undefined && { endAtPhase: end }),
    ...(options.drawAfterYears !== undefined && { drawAfterYears: options.drawAfterYears }),
    negotiationRounds: numNegotiationRounds ?? settings.negotiationRounds,
    adaptiveRounds: adaptiveRounds || settings.adaptiveRounds,
    planning: planningPhase || settings.planning,
    phaseSummaries: options.generatePhaseSummaries ?? settings.phaseSummaries,
    rulebook: rulebookOfOptions(options, settings.rulebook),
  };
}
