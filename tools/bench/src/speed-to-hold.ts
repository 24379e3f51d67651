import type { CouplesResult, PromptsResult } from './scenario.js';

/** A measured couple run or batch, by its name and the provider's latency. */
export interface MeasuredCouples {
  readonly name: string;
  readonly latency: string;
  readonly result: CouplesResult;
}

/** A figure with its bound. */
export interface Speed {
  readonly name: string;
  readonly measured: number;
  readonly atMost: number;
}

/** Calls one after another that a run of ten scenes of two interactions may take. */
const MOST_LEVELS = 90;
/** How much longer many couples may take than one. */
const MOST_TIMES_ONE = 1.25;
/** How many more tokens the last ten of many scenes may take than the ten before them, when all budgets are full. */
const MOST_GROWTH = 1.1;
/** Batches for which the provider's latency leaves the processor time enough. */
const BATCHES: Readonly<Record<string, string>> = { '20 couples': 'fixed:200ms', '100 couples': 'fixed:2000ms' };

/** The figures that have to be held, as far as they were measured. */
export function speedToHold(rows: readonly MeasuredCouples[], prompts: PromptsResult | undefined): readonly Speed[] {
  const alone = rows.filter(({ result }) => result.couples === 1 && result.levels < result.calls);
  const levels = [...new Map(alone.map((row) => [row.name, row])).values()].map(({ name, result }) => ({
    name: `levels of ${name}`,
    measured: result.levels,
    atMost: MOST_LEVELS,
  }));
  const batches = rows.flatMap((row): readonly Speed[] => {
    const times = BATCHES[row.name] === row.latency ? timesOne(row, rows) : undefined;
    return times === undefined ? [] : [{ name: `${row.name} beside one`, measured: times, atMost: MOST_TIMES_ONE }];
  });
  return [...levels, ...batches, ...(prompts ? [growthOf(prompts)] : [])];
}

/** Wall time of many couples in those of one couple with the default settings at the same latency; undefined where none was measured. */
export function timesOne(
  { latency, result }: Pick<MeasuredCouples, 'latency' | 'result'>,
  rows: readonly MeasuredCouples[],
): number | undefined {
  const one = rows.find((row) => row.name === 'one couple' && row.latency === latency);
  return one === undefined || result.couples === 1 ? undefined : result.wallMs / one.result.wallMs;
}

function growthOf({ tokensByScene }: PromptsResult): Speed {
  const measured = meanTokens(tokensByScene.slice(-10)) / meanTokens(tokensByScene.slice(-20, -10));
  return { name: 'tokens of the last ten scenes beside the ten before', measured, atMost: MOST_GROWTH };
}

export function meanTokens(tokens: readonly number[]): number {
  return tokens.reduce((sum, value) => sum + value, 0) / Math.max(1, tokens.length);
}
