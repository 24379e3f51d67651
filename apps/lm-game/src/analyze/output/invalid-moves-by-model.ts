import { POWERS } from '@entente/diplomacy-rules';
import { type FinishedAnalysis, modelOf } from './finished-analysis.js';

/** Orders that were not understood or not allowed when they were first given, over the whole game. */
export function invalidMovesByModel(analysis: FinishedAnalysis): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const power of POWERS) {
    const model = modelOf(analysis, power);
    counts.set(model, (counts.get(model) ?? 0) + analysis.game.state.orderCounts[power].illegal);
  }
  return Object.fromEntries(counts);
}
