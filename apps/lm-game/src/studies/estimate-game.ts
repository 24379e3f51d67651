import { comparePhases, type GameSettings } from '@entente/diplomacy-game';
import { type ByPower, type Phase, POWERS } from '@entente/diplomacy-rules';
import type { Usage } from '@entente/llm-clients';
import type { ModelSpec } from '@entente/run-console/session';
import { type EstimatedPrompt, PROMPT_SIZES } from './prompt-sizes.js';
import { usualYear } from './course-of-a-game.js';

type PricedModel = Pick<ModelSpec, 'provider' | 'modelId'>;

/** As much of a game's spec as decides what it will take. */
export interface EstimatedGame {
  readonly settings: GameSettings;
  readonly seats: ByPower<{ readonly model: PricedModel }>;
  /** Makes data of what models wrote freely, in a second call; `own`: each model its own. */
  readonly formatter?: PricedModel | 'own' | null;
  /** Asked where the settings say so. */
  readonly narrator?: PricedModel | null;
}

export interface EstimateOptions {
  /** Dollars of some usage, `null` where the price is unknown; such as `session.clients.costOf`. */
  readonly costOf: (model: PricedModel, usage: Usage) => number | null;
  /** How long a level takes: the slowest of some seven calls made at once. @default ASSUMED_LEVEL_MS; 0 where nobody real is asked */
  readonly levelMs?: number;
}

/** What a game will probably take. Estimates, never limits: `--max-cost` and `--max-tokens` are limits. */
export interface GameEstimate {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** As if nothing were read from a provider's cache, so that it is rather too much; `null` where a price is unknown. */
  readonly costUsd: number | null;
  /** Calls one after another on the longest path. */
  readonly levels: number;
  readonly timeMs: number;
  readonly byPrompt: readonly PromptEstimate[];
}

/** What all calls of one prompt take. */
export interface PromptEstimate {
  readonly prompt: EstimatedPrompt;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Seven calls at once to a real model: about what the slowest one takes. */
export const ASSUMED_LEVEL_MS = 10_000;

const FIRST_YEAR = 1901;
/** Who plays without being asked over a network, and costs nothing. */
const NOT_ASKED: ReadonlySet<string> = new Set(['bot', 'human']);

/** What each call of a kind is asked of, with the second call of the two-step mode. */
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
  const asked = POWERS.map((power) => seats[power].model).filter(({ provider }) => !NOT_ASKED.has(provider));
  const tally = createTally({ rounds, costOf });
  /** @param powers how many of the seven are asked, on average */
  const ask = (prompt: EstimatedPrompt, yearIndex: number, powers: number): void => {
    const second = FORMATTED[prompt];
    for (const model of asked) {
      tally.add(prompt, model, { yearIndex, calls: powers / POWERS.length });
      if (formatter === null || second === undefined) continue;
      tally.add(second, formatter === 'own' ? model : formatter, { yearIndex, calls: powers / POWERS.length });
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
    ask('write-orders', yearIndex, alive + usual.retreatingPowers + (isFall ? usual.adjustingPowers : 0));
    ask('phase-diary', yearIndex, alive);
    ask('update-state', yearIndex, alive);
    const laterPhases = usual.retreatPhases + (isFall ? usual.adjustmentPhases : 0);
    if (phaseSummaries && narrator) tally.add('summarize-phase', narrator, { yearIndex, calls: 1 + laterPhases });
    const talk = rounds > 0 ? rounds * steps + steps : Number(planning);
    levels += talk + steps + Math.max(1 + steps, laterPhases * steps);
  }
  if (asked.length === 0) levels = 0;
  const isUnpaidTime = asked.every(({ provider }) => provider === 'offline');
  return {
    ...tally.result(),
    levels: Math.round(levels),
    timeMs: Math.round(levels * (levelMs ?? (isUnpaidTime ? 0 : ASSUMED_LEVEL_MS))),
  };
}

/** `S1901M`, `F1901M`, … to the last one that is played. */
function movementPhases({ maxYear, endAtPhase }: GameSettings): readonly Phase[] {
  const phases: Phase[] = [];
  for (let year = FIRST_YEAR; year <= maxYear; year++) phases.push(`S${year}M` as Phase, `F${year}M` as Phase);
  return endAtPhase === undefined ? phases : phases.filter((phase) => comparePhases(phase, endAtPhase) <= 0);
}

function createTally({ rounds, costOf }: { readonly rounds: number; readonly costOf: EstimateOptions['costOf'] }): {
  add: (prompt: EstimatedPrompt, model: PricedModel, count: { readonly yearIndex: number; readonly calls: number }) => void;
  result: () => Omit<GameEstimate, 'levels' | 'timeMs'>;
} {
  const byPrompt = new Map<EstimatedPrompt, { calls: number; inputTokens: number; outputTokens: number }>();
  let costUsd: number | null = 0;
  return {
    add(prompt, model, { yearIndex, calls }) {
      const size = PROMPT_SIZES[prompt];
      const inputTokens = size.inputTokens + yearIndex * size.inputTokensPerYear + rounds * size.inputTokensPerRound;
      const { outputTokens } = size;
      const sum = byPrompt.get(prompt) ?? { calls: 0, inputTokens: 0, outputTokens: 0 };
      sum.calls += calls;
      sum.inputTokens += calls * inputTokens;
      sum.outputTokens += calls * outputTokens;
      byPrompt.set(prompt, sum);
      const cost = costOf(model, { inputTokens, outputTokens, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 });
      costUsd = costUsd === null || cost === null ? null : costUsd + calls * cost;
    },
    result() {
      const estimates = [...byPrompt].map(([prompt, sum]) => ({
        prompt,
        calls: Math.round(sum.calls),
        inputTokens: Math.round(sum.inputTokens),
        outputTokens: Math.round(sum.outputTokens),
      }));
      const total = (of: (estimate: PromptEstimate) => number): number =>
        estimates.reduce((sum, estimate) => sum + of(estimate), 0);
      return {
        calls: total(({ calls }) => calls),
        inputTokens: total(({ inputTokens }) => inputTokens),
        outputTokens: total(({ outputTokens }) => outputTokens),
        costUsd,
        byPrompt: estimates,
      };
    },
  };
}
