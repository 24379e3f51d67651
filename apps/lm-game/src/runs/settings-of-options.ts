import type { GameSettings } from '@entente/diplomacy-game';
import { parsePhase, type Phase, type RulebookChoice } from '@entente/diplomacy-rules';
import { UsageError } from '@entente/run-console';
import { type RulebookOptions, rulebookOfOptions } from './rulebook-of-options.js';

/** How a game is played, as the command says it. */
export interface SettingOptions extends RulebookOptions {
  readonly maxYear: number | undefined;
  readonly endAtPhase: Phase | undefined;
  readonly drawAfterYears: number | undefined;
  readonly numNegotiationRounds: number | undefined;
  readonly adaptiveRounds: boolean;
  readonly planningPhase: boolean;
  readonly generatePhaseSummaries: boolean | undefined;
}

/** As the Python package judges, so that the save of a game passes its check. */
export const DEFAULT_RULEBOOK: RulebookChoice = 'python-compatible';

/** @throws UsageError where neither a last year nor a last phase is named */
export function settingsOf(options: SettingOptions): GameSettings {
  const { maxYear, endAtPhase, numNegotiationRounds: rounds = 0, adaptiveRounds, planningPhase } = options;
  const lastYear = maxYear ?? (endAtPhase === undefined ? undefined : parsePhase(endAtPhase)?.year);
  if (lastYear === undefined) throw new UsageError('Say when the game ends: --max-year 1905, or --end-at-phase F1903M.');
  if (adaptiveRounds && rounds === 0)
    throw new UsageError('--adaptive-rounds ends a negotiation early, and there is none; add --num-negotiation-rounds 3.');
  return {
    maxYear: lastYear,
    ...(endAtPhase !== undefined && { endAtPhase }),
    ...(options.drawAfterYears !== undefined && { drawAfterYears: options.drawAfterYears }),
    negotiationRounds: rounds,
    adaptiveRounds,
    planning: planningPhase,
    phaseSummaries: options.generatePhaseSummaries ?? false,
    rulebook: rulebookOfOptions(options, DEFAULT_RULEBOOK),
  };
}

/** @throws UsageError */
export function readPhase(text: string, flag: string): Phase {
  const name = text.trim().toUpperCase();
  const phase = parsePhase(name);
  if (phase !== null && phase.year >= 1901) return name as Phase;
  throw new UsageError(`${flag} cannot be "${text}"; write a phase, e.g. S1901M, F1902R or W1903A.`);
}
