import type { GameState } from '@entente/diplomacy-game/state';
import { type Power, POWERS, type SavedGame, type SavedPhase } from '@entente/diplomacy-rules';
import type { JournalEntry } from '@entente/simulation-core/journal';
import { type AgentPage, agentPages } from '../files/agent-pages.js';
import { exportSavedGame } from '../files/game-save.js';
import { type ResponseRow, responseRows, type ResponsesOptions } from '../files/response-rows.js';
import { readGameRecord } from '../record/game-record.js';

/** A call as the predecessor's analysis counts it. */
export interface AnalyzedCall {
  readonly phase: string;
  readonly power: Power;
  /** `response_type` of llm_responses.csv. */
  readonly type: string;
  readonly failed: boolean;
  readonly succeeded: boolean;
  readonly success: string;
  /** The reply in the predecessor's form. */
  readonly rawResponse: string;
  readonly outputTokens: number;
  readonly latencyMs: number;
  /** Dollars; `null` where the price is unknown. */
  readonly costUsd: number | null;
  /** Whether a fork inherited the call from its parent. */
  readonly inherited: boolean;
}

/** A game read for the predecessor's analysis files. */
export interface AnalyzedGame {
  readonly runId: string;
  readonly state: GameState;
  readonly calls: readonly AnalyzedCall[];
  /** Phases of the saved game; the last one may be under way. */
  readonly phases: readonly SavedPhase[];
  /** State of each power after each completed phase. */
  readonly pages: ReadonlyMap<string, { readonly [power in Power]?: AgentPage }>;
  /** Number of phases that a fork inherited. */
  readonly inheritedPhases: number;
}

/**
 * Reads a journal for `gameAnalysis` and its neighbours. Calls are the rows of llm_responses.csv, phases those of the saved game, so that all
 * files of a game say the same.
 * @throws GameSpecError where the run is no game of lm-game
 */
export async function readAnalyzedGame(
  runId: string,
  entries: readonly JournalEntry[],
  options: ResponsesOptions = {},
): Promise<AnalyzedGame> {
  const record = await readGameRecord(runId, entries);
  const calls: AnalyzedCall[] = [];
  for await (const row of responseRows(entries, record, options)) {
    const power = POWERS.find((each) => each === row.power);
    if (power !== undefined) calls.push(analyzedCall(row, power));
  }
  const { phases }: SavedGame = exportSavedGame(record);
  return {
    runId,
    state: record.state,
    calls,
    phases,
    pages: agentPages(record),
    inheritedPhases: record.takenOver.history.length,
  };
}

/** Reads failure and success from `success` as the predecessor's statistics do. */
function analyzedCall(row: ResponseRow, power: Power): AnalyzedCall {
  const status = row.success.toLowerCase();
  const failed = ['false', 'failure:', 'error', 'failed'].some((sign) => status.includes(sign));
  return {
    phase: row.phase,
    power,
    type: row.response_type,
    failed,
    succeeded: !failed && ['true', 'success', 'partial'].some((sign) => status.includes(sign)),
    success: row.success,
    rawResponse: row.raw_response,
    outputTokens: Number(row.output_tokens),
    latencyMs: Number(row.latency_ms),
    costUsd: row.cost_usd === '' && row.output_tokens !== '' ? null : Number(row.cost_usd),
    inherited: row.inherited === 'TRUE',
  };
}

/** Tokens of a reply by the predecessor's rule of thumb: 1.3 a word, rounded down. */
export const estimatedTokens = ({ rawResponse }: Pick<AnalyzedCall, 'rawResponse'>): number =>
  Math.floor(rawResponse.split(/\s+/).filter(Boolean).length * 1.3);
