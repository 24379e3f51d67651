import { NONE } from '../../board/none.js';
import type { DecisionKind } from './apply-equations.js';
import { decisionAbout, kindOf, MOVES, PATHS, stateOf, SUPPORTS, unitOf } from './apply-equations.js';
import type { MovementPhase } from './movement-phase.js';
import { MOVE, UNRESOLVED } from './movement-phase.js';
import { isHeadToHead } from './strengths.js';

/**
 * Finds unresolved decisions that depend on each other and on no other unresolved decision: a strongly connected component of the
 * dependency graph from which no edge leaves. Such a cycle can be resolved on its own. Returns the smallest one, and of equals the first.
 */
export function findCycle(phase: MovementPhase, unresolved: readonly number[]): readonly number[] {
  const dependencies = new Map(unresolved.map((decision) => [decision, unresolvedDependencies(phase, decision)]));
  // All of them, unless a smaller set is found.
  let smallest: readonly number[] = unresolved;
  for (const decision of unresolved) {
    // Everything that a decision reaches contains such a component, so the smallest of these sets is one.
    const reached = reachableFrom(decision, dependencies, smallest.length);
    if (reached !== undefined && reached.length < smallest.length) smallest = reached;
  }
  return smallest;
}

/** A decision and all decisions it depends on, directly or not; `undefined` once there are `limit` of them. */
function reachableFrom(
  start: number,
  dependencies: ReadonlyMap<number, readonly number[]>,
  limit: number,
): readonly number[] | undefined {
  const reached = new Set<number>([start]);
  for (const decision of reached) {
    for (const next of dependencies.get(decision) ?? []) reached.add(next);
    if (reached.size >= limit) return undefined;
  }
  return [...reached].sort((a, b) => a - b);
}

/** Unresolved decisions that the equation of a decision may read: at least those that `decisions.ts` reads. */
function unresolvedDependencies(phase: MovementPhase, decision: number): readonly number[] {
  const { destination, province, action, firstAttack, nextAttack, firstSupport, nextSupport } = phase;
  const kind = kindOf(phase, decision);
  const unit = unitOf(phase, decision);
  const found: number[] = [];
  const add = (of: DecisionKind, about: number) => {
    const dependency = decisionAbout(phase, of, about);
    if (stateOf(phase, dependency) === UNRESOLVED) found.push(dependency);
  };
  const addSupports = (about: number) => {
    for (let supporter = firstSupport[about]!; supporter !== NONE; supporter = nextSupport[supporter]!) {
      add(SUPPORTS, supporter);
    }
  };
  const addAttacks = (about: number, kindFor: (attacker: number) => DecisionKind) => {
    for (let attacker = firstAttack[about]!; attacker !== NONE; attacker = nextAttack[attacker]!) {
      add(kindFor(attacker), attacker);
    }
  };

  if (kind === MOVES) {
    const occupant = phase.board.unitAt[destination[unit]!]!;
    add(PATHS, unit);
    addSupports(unit);
    if (occupant !== NONE) {
      if (action[occupant] === MOVE && !isHeadToHead(phase, unit, occupant)) add(MOVES, occupant);
      else addSupports(occupant);
    }
    for (let rival = firstAttack[destination[unit]!]!; rival !== NONE; rival = nextAttack[rival]!) {
      if (rival === unit) continue;
      add(PATHS, rival);
      addSupports(rival);
      if (isHeadToHead(phase, rival, occupant)) add(MOVES, occupant);
    }
  } else if (kind === SUPPORTS) {
    addAttacks(province[unit]!, (attacker) => (province[attacker] === destination[unit] ? MOVES : PATHS));
  } else {
    for (let fleet = phase.firstFleet[unit]!; fleet !== NONE; fleet = phase.nextFleet[fleet]!) {
      addAttacks(province[fleet]!, () => MOVES);
    }
  }
  return found;
}
