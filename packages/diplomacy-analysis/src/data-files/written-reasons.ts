import type { AnalyzedCall } from './analyzed-game.js';

/** Parts of a reply with orders, as the predecessor's tables have them. */
export interface WrittenReasons {
  readonly rawResponse: string;
  /** Value of `success` in llm_responses.csv. */
  readonly status: string;
  /** Text before `PARSABLE OUTPUT`. */
  readonly reasoning: string;
  /** Text after it. */
  readonly unformatted: string;
  /** Length in words that are separated by single spaces. */
  readonly length: number;
  /** Number of refused orders in the status. */
  readonly invalid: number;
  readonly noMoves: boolean;
}

/** Reads the reply with a power's orders. Returns `null` where there is none, as for bots. */
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
