import { GAME_SETTINGS } from '@entente/diplomacy-game/settings';
import {
  type GivenOptions,
  carryOutOptions,
  decidedBy,
  flag,
  neededSettings,
  type OptionRule,
  outputRules,
  replicateOptions,
  tokenBudgetOption,
} from '@entente/run-console';
import { gameSettingOptions } from '../runs/game-options.js';
import { GAME_WORDS } from '../runs/game-words.js';

/**
 * Options of every command line of ours, but for `--max-tokens`: in the harness whose flags these are, it limits one reply. Token budgets
 * are called `--max-total-tokens` here.
 */
export const carryOutGameOptions = {
  ...carryOutOptions,
  maxTokens: tokenBudgetOption(GAME_WORDS.tokenBudgetFlag),
} as const;

/** Options of every verb that plays games. */
export const gameVerbOptions = {
  ...gameSettingOptions,
  dryRun: flag('--dry-run', 'estimate calls, tokens, cost and time without asking a model'),
  ...replicateOptions,
  ...carryOutGameOptions,
} as const;

/** Rules of every verb that plays games. */
export const gameVerbRules: readonly OptionRule[] = [
  ...neededSettings(GAME_SETTINGS),
  ({ values: { maxYear, endAtPhase } }: GivenOptions): string | undefined =>
    typeof maxYear === 'number' && typeof endAtPhase === 'string' && Number(/\d+/.exec(endAtPhase)?.[0]) > maxYear
      ? `--end-at-phase ${endAtPhase} has no effect here: --max-year ${maxYear} ends the game before it; leave out one of them.`
      : undefined,
  decidedBy('maxReplyTokensByPower', ['maxReplyTokens'], '--max-tokens-per-model gives each power a limit of its own'),
  ...outputRules,
];
