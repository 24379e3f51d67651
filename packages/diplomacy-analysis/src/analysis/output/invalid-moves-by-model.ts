import type { FinishedAnalysis } from './finished-analysis.js';

/** Orders that were not understood or not allowed when they were first given, over the whole game. */
export function invalidMovesByModel({ game }: FinishedAnalysis): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { model, illegal } of game.state.orderTexts) if (model !== null) counts[model] = (counts[model] ?? 0) + illegal;
  return counts;
}
