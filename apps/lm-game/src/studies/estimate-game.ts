import { comparePhases, type GameSettings } from '@entente/diplomacy-game';
import { BOT_PROVIDER, isModel } from '@entente/diplomacy-game/state';
import { type ByPower, type Phase, POWERS } from '@entente/diplomacy-rules';
import { createEstimateTally, type PricedModel, type PromptEstimate, type TallyOptions } from '@entente/run-console/session';
import { usualYear } from './course-of-a-game.js';
import {
  type EstimatedPrompt,
  LATER_ORDERS_SIZE,
  PROMPT_SIZES,
  type PromptSize,
  SIMPLE_PROMPTS_SHARE,
  WORDINESS,
} from './prompt-sizes.js';

/** As much of a game's spec as decides what it will take. */
export interface EstimatedGame {
  readonly settings: GameSettings;
  readonly seats: ByPower<{ readonly model: PricedModel; readonly promptSet?: string }>;
  /** Makes data of what models wrote freely, in a second call; `own`: each model its own. */
  readonly formatter?: PricedModel | 'own' | null;
  /** Asked where the settings say so. */
  readonly narrator?: PricedModel | null;
}

export interface EstimateOptions extends TallyOptions {
  /** How long a level takes: the slowest of some seven calls made at once. @default ASSUMED_LEVEL_MS; 0 where nobody real is asked */
  readonly levelMs?: number;
}

/** Estimate of the calls, tokens, cost and time of a game. Estimates, never limits: `--max-cost` and `--max-tokens` are limits. */
export interface GameEstimate {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** As if nothing were read from a provider's cache, so that it is rather too much; `null` where a price is unknown. */
  readonly costUsd: number | null;
  /** Calls one after another on the longest path. */
  readonly levels: number;
  readonly timeMs: number;
  readonly byPrompt: readonly PromptEstimate<EstimatedPrompt>[];
}

/** Seven calls at once to a real model: about what the slowest one takes. */
export const ASSUMED_LEVEL_MS = 10_000;

const FIRST_YEAR = 1901;

/** Models that each kind of call asks, with the second call of the two-step mode. */
const FORMATTED: { readonly [prompt in EstimatedPrompt]?: EstimatedPrompt } = {
  'initialize-agent': 'format-initialize-agent',
  'write-messages': 'format-messages',
  'negotiation-diary': 'format-negotiation-diary',
  'write-orders': 'format-orders',
  'update-state': 'format-update-state',
};

/**
 * How many calls, tokens and dollars a game takes, and how long, without asking anybody. The stages are those of `playPhase`; how often there
 * are retreats and adjustments, and when powers are eliminated, is what is usual. Orders that have to be asked for again are not counted,
 * and all rounds are, though `adaptiveRounds` may leave some out.
 */
export function estimateGame(game: EstimatedGame, { costOf, levelMs }: EstimateOptions): GameEstimate {
  const { settings, seats, narrator, formatter = null } = game;
  const { negotiationRounds: rounds, planning, phaseSummaries } = settings;
  const asked = POWERS.map((power) => seats[power]).filter(({ model }) => isModel(model));
  const talking = POWERS.filter((power) => seats[power].model.provider !== BOT_PROVIDER).length / POWERS.length;
  const tally = createEstimateTally<EstimatedPrompt>({ costOf });
  const add = (prompt: EstimatedPrompt, model: PricedModel, { yearIndex, calls, size, share = 1 }: Count): void => {
    const { inputTokens, inputTokensPerYear, inputTokensPerRound, outputTokens } = size ?? PROMPT_SIZES[prompt];
    const wordiness = model.provider === 'offline' ? 1 : WORDINESS;
    const written = yearIndex * inputTokensPerYear + rounds * talking * inputTokensPerRound;
    tally.add(prompt, model, {
      calls,
      inputTokens: inputTokens * share + written * wordiness,
      outputTokens: outputTokens * wordiness,
    });
  };
  /** @param powers how many of the seven are asked, on average */
  const ask = (prompt: EstimatedPrompt, yearIndex: number, powers: number, size?: PromptSize): void => {
    const second = FORMATTED[prompt];
    const calls = powers / POWERS.length;
    for (const { model, promptSet } of asked) {
      const share = promptSet === 'simple' ? SIMPLE_PROMPTS_SHARE : 1;
      add(prompt, model, { yearIndex, calls, share, size });
      if (formatter === null || second === undefined) continue;
      add(second, formatter === 'own' ? model : formatter, { yearIndex, calls });
    }
  };
  const steps = formatter === null ? 1 : 2;
  let levels = 0;

  ask('initialize-agent', 0, POWERS.length);
  levels += steps;
  for (const phase of movementPhases(settings)) {
    const yearIndex = Number(phase.slice(1, 5)) - FIRST_YEAR;
    const { alive, ...usual } = usualYear(yearIndex);
    const isFall = phase.startsWith('F');
    if (!isFall && yearIndex > 0) ask('consolidate-diary', yearIndex, alive);
    for (let round = 1; round <= rounds; round++) ask('write-messages', yearIndex, alive);
    if (planning) ask('make-plan', yearIndex, alive);
    if (rounds > 0) ask('negotiation-diary', yearIndex, alive);
    ask('write-orders', yearIndex, alive);
    ask('write-orders', yearIndex, usual.retreatingPowers + (isFall ? usual.adjustingPowers : 0), LATER_ORDERS_SIZE);
    ask('phase-diary', yearIndex, alive);
    ask('update-state', yearIndex, alive);
    const laterPhases = usual.retreatPhases + (isFall ? usual.adjustmentPhases : 0);
    if (phaseSummaries && narrator) add('summarize-phase', narrator, { yearIndex, calls: 1 + laterPhases });
    const thought = rounds > 0 ? rounds * steps + steps : Number(planning);
    levels += thought + steps + Math.max(1 + steps, laterPhases * steps);
  }
  if (asked.length === 0) levels = 0;
  const isOffline = asked.every(({ model }) => model.provider === 'offline');
  const timeMs = Math.round(levels * (levelMs ?? (isOffline ? 0 : ASSUMED_LEVEL_MS)));
  return { ...tally.result(), levels: Math.round(levels), timeMs };
}

interface Count {
  readonly yearIndex: number;
  readonly calls: number;
  /** @default that of the prompt */
  readonly size?: PromptSize | undefined;
  /** Of the size's `inputTokens`. @default all of it */
  readonly share?: number;
}

/** `S1901M`, `F1901M`, … to the last one that is played. */
function movementPhases({ maxYear, endAtPhase }: GameSettings): readonly Phase[] {
  const phases: Phase[] = [];
  for (let year = FIRST_YEAR; year <= maxYear; year++) phases.push(`S${year}M` as Phase, `F${year}M` as Phase);
  return endAtPhase === undefined ? phases : phases.filter((phase) => comparePhases(phase, endAtPhase) <= 0);
}
