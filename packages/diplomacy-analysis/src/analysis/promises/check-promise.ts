import { comparePhases } from '@entente/diplomacy-game/state';
import type { PhaseMaterial } from '../material/phase-material.js';
import { checkAbstention } from './check-abstention.js';
import { checkDeeds } from './check-deeds.js';
import type { PressPromise, PromiseCheck } from './press-promise.js';

/**
 * Checks a promise against the orders of its promiser alone. A promise stays `undetermined` where orders cannot settle it, or where it has a
 * condition and was not kept: orders alone do not tell whether the other side did its part.
 * @param phases all movement phases of the analysis, oldest first
 */
export function checkPromise(promise: PressPromise, phases: readonly PhaseMaterial[]): PromiseCheck {
  const covered = phases.filter(
    ({ phase }) => comparePhases(phase, promise.phase) >= 0 && comparePhases(phase, promise.due) <= 0,
  );
  const check = checkOf(promise, covered, lastOf(phases));
  if (check.verdict !== 'broken' || promise.condition === null) return check;
  return {
    ...check,
    verdict: 'undetermined',
    explanation: `${check.explanation} It was promised on a condition: ${promise.condition}`,
  };
}

function checkOf(promise: PressPromise, covered: readonly PhaseMaterial[], last: string): PromiseCheck {
  const due = covered.at(-1);
  const undecided = (explanation: string): PromiseCheck => ({
    verdict: 'undetermined',
    judgedIn: due?.phase ?? promise.phase,
    explanation,
    actual: [],
  });
  if (due === undefined) return undecided('The phase in which it was made is not among those that are looked at.');
  switch (promise.kind) {
    case 'no-attack':
    case 'demilitarize':
      return checkAbstention(promise, covered) ?? undecided('It names no place and no power to be spared.');
    case 'move':
    case 'support':
    case 'hold':
    case 'convoy': {
      if (isBeyond(promise.due, last)) {
        const explanation = `It is for ${promise.due}, and the last phase that is looked at is ${last}.`;
        return { verdict: 'void', judgedIn: due.phase, explanation, actual: [] };
      }
      return checkDeeds(promise, due) ?? undecided('It names neither a unit nor a place.');
    }
    case 'other':
      return undecided('Orders alone do not tell.');
  }
}

const lastOf = (phases: readonly PhaseMaterial[]): string => phases.at(-1)?.phase ?? '';

/** Returns whether a phase comes after a movement phase, its retreats, and the Winter after Fall. */
function isBeyond(due: string, lastMovement: string): boolean {
  if (comparePhases(due, lastMovement) <= 0) return false;
  const belongs = [
    lastMovement.replace(/M$/, 'R'),
    ...(lastMovement.startsWith('F') ? [lastMovement.replace(/^F(.*)M$/, 'W$1A')] : []),
  ];
  return !belongs.includes(due);
}
