import type { FinishedAnalysis } from './finished-analysis.js';

/** Number of orders, by model, that were not understood or not allowed in the first reply. */
export function invalidMovesByModel({ game }: FinishedAnalysis): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { model, illegal } of game.state.orderTexts) if (model !== null) counts[model] = (counts[model] ?? 0) + illegal;
  return counts;
}
