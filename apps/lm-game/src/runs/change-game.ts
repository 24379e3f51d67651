import type { GameSettings, TableChanged } from '@entente/diplomacy-game';
import { forEveryPower } from '@entente/diplomacy-game';
import { parsePhase } from '@entente/diplomacy-rules';
import { formatModelSpec, type Session } from '@entente/run-console/session';
import type { GameSpec } from './game-spec.js';
import { describeSeats, type GameOptions } from './plan-games.js';
import { choosePrompts } from './prompt-sets-of-options.js';

/** A game's spec with what the command says in the place of what it was; what the command leaves out stays. */
export async function changedGame(
  spec: GameSpec,
  options: GameOptions,
  { session, cwd }: { readonly session: Session; readonly cwd: string },
): Promise<GameSpec> {
  const hasWords = options.promptsDir !== undefined || options.simplePrompts;
  const prompts = hasWords ? await choosePrompts(options, cwd) : undefined;
  const models = (options.models ?? options.model) === undefined ? undefined : describeSeats(options, session);
  return {
    ...spec,
    settings: changedSettings(spec.settings, options),
    seats: forEveryPower((power) => ({
      model: models?.[power] ?? spec.seats[power].model,
      promptSet: prompts?.nameOf[power] ?? spec.seats[power].promptSet,
    })),
    promptSets: prompts?.sets ?? spec.promptSets,
  };
}

/** What has to become true before the first phase of a fork, so that its state knows who plays and until when. */
export function tableChanged({ settings, seats }: GameSpec): TableChanged {
  return { type: 'table-changed', settings, seats: forEveryPower((power) => ({ model: formatModelSpec(seats[power].model) })) };
}

function changedSettings(settings: GameSettings, options: GameOptions): GameSettings {
  const { maxYear, endAtPhase, numNegotiationRounds, adaptiveRounds, planningPhase, rulebook } = options;
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
    rulebook: rulebook ?? settings.rulebook,
  };
}
