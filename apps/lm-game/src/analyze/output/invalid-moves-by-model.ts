import type { FinishedAnalysis } from './finished-analysis.js';

/** Orders that were not understood or not allowed when they were first given, over the whole game. */
export const invalidMovesByModel = ({ game }: FinishedAnalysis): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(game.state.orderCountsByModel).map(([model, { illegal }]) => [model, illegal]));
