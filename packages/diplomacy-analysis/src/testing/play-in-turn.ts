import {
  analyzePhaseAndUpdateState,
  conductNegotiations,
  consolidateDiaries,
  gameEnding,
  getOrders,
  initializeAgentState,
  planningPhase,
  type PlayPhase,
  resolvePhase,
  setTable,
  summarizePhases,
} from '@entente/diplomacy-game';
import { type GameFact, SCOPE } from '@entente/diplomacy-game/state';

/** Plays a phase, one kind of work after the other. Programs that people use play what they can side by side; the record is the same. */
export const playInTurn: PlayPhase = async (scope, table) => {
  const record = (facts: readonly GameFact[]): void => {
    for (const fact of facts) scope.record(fact);
  };
  const begun = scope.state;
  if (begun.settings === null) {
    record([setTable(table), ...(await initializeAgentState(scope, begun, table))]);
    return;
  }
  const { negotiationRounds, planning } = table.settings;
  if (begun.position.phase.endsWith('M')) {
    consolidateDiaries(scope, table);
    if (negotiationRounds > 0) {
      const plans = planning ? await planningPhase(scope.child(SCOPE.plans), begun, table) : [];
      await conductNegotiations(scope, table);
      record(plans);
    }
  }
  record(await getOrders(scope.child(SCOPE.orders), scope.state, table));
  record([resolvePhase(scope.state)]);
  analyzePhaseAndUpdateState(scope, table);
  summarizePhases(scope);
  const ending = gameEnding(scope.state);
  if (ending !== null) record([ending]);
};
