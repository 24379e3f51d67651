import { NONE } from '../../board/board.js';
import type { Battle } from './movement-phase.js';
import { MOVE, OPEN } from './movement-phase.js';
import { isHeadToHead } from './decisions.js';
import { MOVES, ROUTES, SUPPORTS } from './apply-equations.js';

/**
 * Open decisions that hang on each other and on no other open one: a strongly connected component at the bottom of the graph of what hangs
 * on what. It can be settled before the others. The one with the fewest decisions is taken, of those the first.
 */
export function bottomComponent(battle: Battle, open: readonly number[]): readonly number[] {
  const dependencies = new Map(open.map((decision) => [decision, openDependencies(battle, decision)]));
  let smallest: readonly number[] = open;
  for (const decision of open) {
    // Whatever a decision reaches includes a component at the bottom; the smallest of these sets is one.
    const reached = reachableFrom(decision, dependencies, smallest.length);
    if (reached !== undefined && reached.length < smallest.length) smallest = reached;
  }
  return smallest;
}

/** The decisions that one hangs on, directly or not, itself included if so; `undefined` as soon as there are as many as `limit`. */
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

/** The open decisions that the equation of a decision reads. */
function openDependencies(battle: Battle, decision: number): readonly number[] {
  const { count } = battle;
  const unit = decision % count;
  const found: number[] = [];
  const add = (kind: number, about: number) => {
    const states = kind === MOVES ? battle.moves : kind === SUPPORTS ? battle.supports : battle.routes;
    if (states[about] === OPEN) found.push(kind * count + about);
  };
  const addSupports = (about: number) => {
    for (let supporter = battle.firstSupport[about]!; supporter !== NONE; supporter = battle.nextSupport[supporter]!) {
      add(SUPPORTS, supporter);
    }
  };
  const addAttacks = (province: number, kind: (attacker: number) => number) => {
    for (let attacker = battle.firstAttack[province]!; attacker !== NONE; attacker = battle.nextAttack[attacker]!) {
      add(kind(attacker), attacker);
    }
  };

  if (decision < SUPPORTS * count) {
    const goal = battle.into[unit]!;
    const occupant = battle.board.unitAt[goal]!;
    add(ROUTES, unit);
    addSupports(unit);
    if (occupant !== NONE) {
      if (battle.action[occupant] === MOVE && !isHeadToHead(battle, unit, occupant)) add(MOVES, occupant);
      else addSupports(occupant);
    }
    for (let rival = battle.firstAttack[goal]!; rival !== NONE; rival = battle.nextAttack[rival]!) {
      if (rival === unit) continue;
      add(ROUTES, rival);
      addSupports(rival);
      if (isHeadToHead(battle, rival, occupant)) add(MOVES, occupant);
    }
  } else if (decision < ROUTES * count) {
    addAttacks(battle.province[unit]!, (attacker) => (battle.province[attacker] === battle.into[unit] ? MOVES : ROUTES));
  } else {
    for (let fleet = battle.firstFleet[unit]!; fleet !== NONE; fleet = battle.nextFleet[fleet]!) {
      addAttacks(battle.province[fleet]!, () => MOVES);
    }
  }
  return found;
}
