import { NONE } from '../../board/none.js';
import { applyEquations, decide, kindOf, MOVES, PATHS, setState, stateOf, unitOf } from './apply-equations.js';
import { decideDislodgement } from './decisions.js';
import type { Decision, MovementPhase } from './movement-phase.js';
import { NO, UNRESOLVED, YES } from './movement-phase.js';

/** Maximum number of guesses. Real games need a handful, random boards a few dozen. */
const GUESS_LIMIT = 20_000;

/**
 * Resolves a cycle of decisions. If the equations have exactly one solution, it is the outcome. Otherwise the backup rule decides: a cycle
 * with convoys is a convoy paradox, and the convoys in it are disrupted (Szykman's rule, DATC 4.A.2); a cycle without is a circular
 * movement, and all its units move (DATC 5.B.10).
 */
export function resolveCycle(phase: MovementPhase, cycle: readonly number[]): void {
  const solutions = findSolutions(phase, cycle);
  const [first] = solutions;
  if (first !== undefined && solutions.length === 1) {
    cycle.forEach((decision, at) => {
      setState(phase, decision, first[at]!);
    });
    return;
  }
  if (applySzykmanRule(phase, cycle)) return;
  // Solutions are found with moves that succeed first, so the first one is the circular movement. A cycle without a solution has a convoy;
  // should one ever come without, its moves fail.
  cycle.forEach((decision, at) => {
    setState(phase, decision, first === undefined ? NO : first[at]!);
    if (first?.[at] === YES && kindOf(phase, decision) === MOVES) phase.circular[unitOf(phase, decision)] = 1;
  });
}

/**
 * Solves the equations of a cycle: returns no solution, the only one, or the first two of several; fewer once `GUESS_LIMIT` ends the search.
 * Guesses one move at a time, first that it succeeds, then that it fails, and lets the equations resolve what follows from the guess. Leaves
 * the decisions as they were.
 */
function findSolutions(phase: MovementPhase, cycle: readonly number[]): readonly (readonly Decision[])[] {
  const read = () => cycle.map((decision) => stateOf(phase, decision));
  const write = (states: readonly Decision[]) => {
    cycle.forEach((decision, at) => {
      setState(phase, decision, states[at]!);
    });
  };
  const before = read();
  const solutions: (readonly Decision[])[] = [];
  const guesses: (readonly Decision[])[] = [before];
  for (let tried = 0; guesses.length > 0 && solutions.length < 2 && tried < GUESS_LIMIT; tried += 1) {
    write(guesses.pop()!);
    applyEquations(phase, Int16Array.from(cycle), cycle.length);
    if (cycle.some((decision) => contradictsItself(phase, decision))) continue;
    const move = cycle.find((decision) => kindOf(phase, decision) === MOVES && stateOf(phase, decision) === UNRESOLVED);
    const states = read();
    if (move === undefined) {
      solutions.push(states);
      continue;
    }
    const at = cycle.indexOf(move);
    guesses.push(states.with(at, NO), states.with(at, YES));
  }
  write(before);
  return solutions;
}

/** Whether the recorded state of a decision is the opposite of what its equation gives. */
function contradictsItself(phase: MovementPhase, decision: number): boolean {
  const recorded = stateOf(phase, decision);
  const computed = decide(phase, decision);
  return recorded !== UNRESOLVED && computed !== UNRESOLVED && recorded !== computed;
}

/**
 * Disrupts every fleet that convoys an army whose path is in the cycle, if its own dislodgement is unresolved. A disrupted fleet convoys
 * nothing; it still holds, and can be dislodged. The decisions of the cycle must be unresolved. Returns whether there were any such fleets.
 */
function applySzykmanRule(phase: MovementPhase, cycle: readonly number[]): boolean {
  let found = false;
  for (const decision of cycle) {
    if (kindOf(phase, decision) !== PATHS) continue;
    const army = unitOf(phase, decision);
    for (let fleet = phase.firstFleet[army]!; fleet !== NONE; fleet = phase.nextFleet[fleet]!) {
      if (phase.disrupted[fleet] === 1 || decideDislodgement(phase, fleet) !== UNRESOLVED) continue;
      phase.disrupted[fleet] = 1;
      found = true;
    }
  }
  return found;
}
