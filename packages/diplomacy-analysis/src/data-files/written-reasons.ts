import type { AnalyzedCall } from './analyzed-game.js';

/** What a power wrote when it ordered, as the predecessor's tables take it apart. */
export interface WrittenReasons {
  readonly rawResponse: string;
  /** What `success` of llm_responses.csv says. */
  readonly status: string;
  /** What comes before `PARSABLE OUTPUT`. */
  readonly reasoning: string;
  /** What comes after it. */
  readonly unformatted: string;
  /** In words, as parted by single spaces. */
  readonly length: number;
  /** Orders that were refused for good, as far as the status counts them. */
  readonly invalid: number;
  readonly noMoves: boolean;
}

/** Reads the reply with a power's orders; `null` where there is none, as of bots. */
export function writtenReasons(calls: readonly AnalyzedCall[], at: Pick<AnalyzedCall, 'phase' | 'power'>): WrittenReasons | null {
  const call = calls.find(({ phase, power, type }) => type === 'order_generation' && phase === at.phase && power === at.power);
  if (call === undefined) return null;
  const [reasoning = '', ...rest] = call.rawResponse.split(/parsable output/i);
  return {
    rawResponse: call.rawResponse,
    status: call.success,
    reasoning,
    unformatted: rest.join('\n'),
    length: reasoning.split(' ').length,
    invalid: Number(/Failure: Invalid LLM Moves \((\d+)\)/.exec(call.success)?.[1] ?? 0),
    noMoves: call.success.includes('No moves extracted'),
  };
}
