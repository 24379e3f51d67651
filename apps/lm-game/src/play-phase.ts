import {
  analyzePhaseAndUpdateState,
  conductNegotiations,
  consolidateDiaries,
  type GameFact,
  gameEnding,
  getOrders,
  initializeAgentState,
  type PlayPhase,
  planningPhase,
  resolvePhase,
  SCOPE,
  setTable,
  summarizePhases,
  type WorkToDefer,
} from '@entente/diplomacy-game';
import { parsePhase } from '@entente/diplomacy-rules';
import { later } from '@entente/simulation-core';

/**
 * Plays one step: the setup, or a phase. Each line is work that the powers do at the same time. A later line sees what was recorded before
 * it, and nothing that came in early.
 */
export const playPhase: PlayPhase = async (scope, table) => {
  const record = (facts: readonly GameFact[]): void => facts.forEach((fact) => scope.record(fact));
  const defer = (works: readonly WorkToDefer[]): void => works.forEach(({ key, kind, input }) => scope.defer(key, kind, input));
  const { settings } = table;

  if (scope.state.settings === null) {
    record([setTable(table)]);
    record(await initializeAgentState(scope, scope.state, table));
    return;
  }

  const begun = scope.state;
  const hasPress = settings.negotiationRounds > 0;
  if (parsePhase(begun.position.phase)?.type === 'M') {
    defer(consolidateDiaries(begun, table)); // beside the whole year
    if (hasPress) {
      const plans = settings.planning && later(scope, SCOPE.plans, (branch) => planningPhase(branch, begun, table)); // beside the rounds
      for await (const round of conductNegotiations(scope, table)) record(round);
      if (plans) record(await plans.join());
    }
  }
  record(await getOrders(scope.child(SCOPE.orders), scope.state, table)); // diary, then orders: one chain for each power
  record([resolvePhase(scope.state)]);
  defer(analyzePhaseAndUpdateState(scope.state, table)); // diary, then state update, beside retreats and adjustments
  defer(summarizePhases(scope.state)); // beside all that follows

  const ending = gameEnding(scope.state);
  if (ending) record([ending]);
};
