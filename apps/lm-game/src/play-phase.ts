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
} from '@entente/diplomacy-game';
import { parsePhase } from '@entente/diplomacy-rules';
import { later } from '@entente/simulation-core';

/**
 * What happens in a phase, and before the first one. A line is work that the powers do at the same time; what stands in a later line sees
 * what was recorded before it, and nothing that came in early.
 */
export const playPhase: PlayPhase = async (scope, table) => {
  const record = (facts: readonly GameFact[]): void => facts.forEach((fact) => scope.record(fact));
  const { settings } = table;

  if (scope.state.settings === null) {
    record([setTable(table)]);
    record(await initializeAgentState(scope, scope.state, table));
    return;
  }

  const begun = scope.state;
  const hasPress = settings.negotiationRounds > 0;
  if (parsePhase(begun.position.phase)?.type === 'M') {
    consolidateDiaries(scope, table); // beside the whole year
    if (hasPress) {
      const plans = settings.planning && later(scope, SCOPE.plans, (branch) => planningPhase(branch, begun, table)); // beside the rounds
      await conductNegotiations(scope, table);
      if (plans) record(await plans.join());
    }
  }
  record(await getOrders(scope.child(SCOPE.orders), scope.state, table)); // diary, then orders: one chain a power
  record([resolvePhase(scope.state)]);
  analyzePhaseAndUpdateState(scope, table); // diary, then state update, beside retreats and adjustments
  summarizePhases(scope); // beside all that follows

  const ending = gameEnding(scope.state);
  if (ending) record([ending]);
};
