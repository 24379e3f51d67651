import { NONE } from '../../board/board.js';
import type { Battle, Decision } from './movement-phase.js';
import { NO, OPEN, YES } from './movement-phase.js';
import { dislodgement } from './decisions.js';
import { decide, propagate, ROUTES, setState, stateOf, SUPPORTS } from './apply-equations.js';

/** How many tries `findOutcomes` makes; real games need a handful, and boards drawn at random a few dozen. */
const TRIAL_LIMIT = 20_000;

/**
 * Settles open decisions that hang on nothing but each other. If the equations can be satisfied in exactly one way, that is the outcome.
 * Otherwise, if convoys are involved, it is a paradox, and the convoys that hang on themselves fail (Szykman's rule, DATC 4.A.2); if not,
 * it is a circle of units that all wait for one another, and all move (DATC 5.B.10).
 */
export function settleComponent(battle: Battle, component: readonly number[]): void {
  const outcomes = findOutcomes(battle, component);
  const [first] = outcomes;
  if (first !== undefined && outcomes.length === 1) {
    component.forEach((decision, at) => {
      setState(battle, decision, first[at]!);
    });
    return;
  }
  if (silenceConvoys(battle, component)) return;
  component.forEach((decision, at) => {
    setState(battle, decision, first === undefined ? NO : first[at]!);
    if (first?.[at] === YES && decision < SUPPORTS * battle.count) battle.circular[decision] = 1;
  });
}

/**
 * Ways to satisfy the equations: none, the only one, or two of several. A move is tried both ways, success first; what follows is filled in
 * by the equations, so that few moves have to be tried.
 */
function findOutcomes(battle: Battle, component: readonly number[]): readonly (readonly Decision[])[] {
  const { count } = battle;
  const read = () => component.map((decision) => stateOf(battle, decision));
  const write = (states: readonly Decision[]) => {
    component.forEach((decision, at) => {
      setState(battle, decision, states[at]!);
    });
  };
  const before = read();
  const outcomes: (readonly Decision[])[] = [];
  const trials: (readonly Decision[])[] = [before];
  for (let tried = 0; trials.length > 0 && outcomes.length < 2 && tried < TRIAL_LIMIT; tried += 1) {
    write(trials.pop()!);
    propagate(battle, Int16Array.from(component), component.length);
    if (component.some((decision) => contradicts(battle, decision))) continue;
    const open = component.find((decision) => decision < SUPPORTS * count && stateOf(battle, decision) === OPEN);
    const states = read();
    if (open === undefined) {
      outcomes.push(states);
      continue;
    }
    const at = component.indexOf(open);
    trials.push(states.with(at, NO), states.with(at, YES));
  }
  write(before);
  return outcomes;
}

/** Whether something is set down that the equations now say is otherwise. */
function contradicts(battle: Battle, decision: number): boolean {
  const state = stateOf(battle, decision);
  const now = decide(battle, decision);
  return state !== OPEN && now !== OPEN && state !== now;
}

/** Makes the convoys of those fleets fail whose dislodgement is open in the component; whether there were any. */
function silenceConvoys(battle: Battle, component: readonly number[]): boolean {
  const { count } = battle;
  let found = false;
  for (const decision of component) {
    if (decision < ROUTES * count) continue;
    const army = decision % count;
    for (let fleet = battle.firstFleet[army]!; fleet !== NONE; fleet = battle.nextFleet[fleet]!) {
      if (battle.silenced[fleet] === 1 || dislodgement(battle, fleet) !== OPEN) continue;
      battle.silenced[fleet] = 1;
      found = true;
    }
  }
  return found;
}
