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
  type WorkToDefer,
} from '@entente/diplomacy-game';
import { type GameFact, SCOPE } from '@entente/diplomacy-game/state';

/** Plays a phase, one kind of work after the other. The command line works in parallel where it can; the record is the same. */
export const playInTurn: PlayPhase = async (scope, table) => {
  const record = (facts: readonly GameFact[]): void => {
    for (const fact of facts) scope.record(fact);
  };
  const defer = (works: readonly WorkToDefer[]): void => {
    for (const { key, kind, input } of works) scope.defer(key, kind, input);
  };
  const begun = scope.state;
  if (begun.settings === null) {
    record([setTable(table), ...(await initializeAgentState(scope, begun, table))]);
    return;
  }
  const { negotiationRounds, planning } = table.settings;
  if (begun.position.phase.endsWith('M')) {
    defer(consolidateDiaries(begun, table));
    if (negotiationRounds > 0) {
      const plans = planning ? await planningPhase(scope.child(SCOPE.plans), begun, table) : [];
      for await (const round of conductNegotiations(scope, table)) record(round);
      record(plans);
    }
  }
  record(await getOrders(scope.child(SCOPE.orders), scope.state, table));
  record([resolvePhase(scope.state)]);
  defer([...analyzePhaseAndUpdateState(scope.state, table), ...summarizePhases(scope.state)]);
  const ending = gameEnding(scope.state);
  if (ending !== null) record([ending]);
};
