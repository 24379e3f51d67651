import { adjudicate } from '../judge/adjudicate.js';
import { checkOrders } from '../legal/check-orders.js';
import { explainIllegal } from '../legal/explain-illegal.js';
import { formatOrder } from '../notation/format-order.js';
import { parseOrders } from '../notation/parse-orders.js';
import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import type { Adjudication } from '../values/adjudication.js';
import type { OrdersByPower } from '../values/order.js';
import type { Outcome } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import { RULEBOOKS } from '../values/rulebooks.js';
import { compareBoards } from './compare-positions.js';
import { readRecordedGame } from './recorded-game.js';
import { phaseTime } from './saved-game.js';
import { withVia } from './to-saved-orders.js';

/** A reason for the Python package, which replays every phase by its own rules, to refuse a game. */
export interface PackageObjection {
  readonly phase: string;
  /** As in `the Python package dislodges F SEV of RUSSIA here`. */
  readonly message: string;
}

/**
 * Predicts the refusals of the Python package's check for a game, whatever its rulebook: orders that the package does not accept, and
 * phases that it continues differently (one of these is forgiven under the rule `DIFFERENT_ADJUDICATION`). Accepts the same values as
 * `verifySavedGame`. `savedGameProblems` covers the rest of that check, such as times of messages.
 * @throws {InvalidFileError} If the value does not have the shape of a game; names the place.
 */
export function packageObjections<P extends string = Power>(
  game: unknown,
  options: MapOptions<P> = {},
): readonly PackageObjection[] {
  const { phases } = readRecordedGame<P>(game, options);
  const refused: PackageObjection[] = [];
  const differing: (readonly PackageObjection[])[] = [];
  phases.forEach(({ name, position, orders: texts }, i) => {
    const expected = phases[i + 1]?.position;
    if (position === null || position.phase === 'COMPLETED' || expected === undefined || expected === null) return;
    const say = (message: string): PackageObjection => ({ phase: name, message });
    const { orders } = parseOrders(position, texts as { readonly [power in P]?: readonly string[] }, options);
    const notTaken = refusedOrders(position, orders, options);
    refused.push(...notTaken.map(say));
    if (notTaken.length > 0) return;
    const judged = judgeAsPackage(position, orders, options);
    const otherwise = [...otherOutcome(position, judged, expected), ...freedUnits(judged, expected)];
    if (otherwise.length > 0) differing.push(otherwise.map(say));
  });
  const all = [...refused, ...(differing.length > phasesForgiven(game) ? differing.flat() : [])];
  const placeOf = ({ phase }: PackageObjection) => phases.findIndex(({ name }) => name === phase);
  return all.sort((a, b) => placeOf(a) - placeOf(b));
}

/** Rule with which the package marks games of other programs. It allows one phase with a different result, such as a draw. */
function phasesForgiven(game: unknown): number {
  const { rules } = game as { readonly rules?: unknown };
  return Array.isArray(rules) && rules.includes('DIFFERENT_ADJUDICATION') ? 1 : 0;
}

const RULES = RULEBOOKS['python-compatible'];

const judgeAsPackage = <P extends string>(position: Position<P>, orders: OrdersByPower<P>, options: MapOptions<P>) =>
  adjudicate(position, orders, { ...options, rulebook: RULES });

/** Finds orders that the package does not accept. It accepts one build or removal too many, and does not keep waived builds. */
function refusedOrders<P extends string>(
  position: Position<P>,
  orders: OrdersByPower<P>,
  options: MapOptions<P>,
): readonly string[] {
  const board = mapIndexOf(options);
  const checked = checkOrders(position, orders, { ...options, rulebook: RULES });
  return board.powers.flatMap((power) =>
    checked[power].flatMap((each): readonly string[] => {
      if (each.order.kind === 'waive') return [];
      const text = formatOrder(each.order);
      if (!each.legal && each.illegality.kind !== 'too-many-adjustments')
        return [`the Python package does not take ${text} of ${power}: ${explainIllegal(each.illegality, options)}`];
      const wanted = formatOrder(withVia(board, each.order));
      return wanted === text ? [] : [`the Python package wants ${wanted} in the place of ${text} of ${power}.`];
    }),
  );
}

/** Finds the board or phase from which the package continues. */
function otherOutcome<P extends string>(
  position: Position<P>,
  { next, dislodged }: Adjudication<P>,
  expected: Position<P>,
): readonly string[] {
  const fallen = dislodged.filter(({ power, unit }) => expected.units[power].includes(unit));
  if (fallen.length > 0) return fallen.map(({ power, unit }) => `the Python package dislodges ${unit} of ${power}.`);
  const isListedToo = phaseTime(position.phase) < phaseTime(expected.phase) && phaseTime(expected.phase) < phaseTime(next.phase);
  const isIdle = isListedToo && expected.phase !== 'COMPLETED' && !expected.phase.endsWith('M');
  if (next.phase !== expected.phase && !isIdle)
    return [`the Python package goes on with ${next.phase}, and the record with ${expected.phase}.`];
  const found = isIdle && expected.phase.endsWith('R') ? { ...next, centers: position.centers } : next;
  const differences = compareBoards({ expected, found }).filter(({ what }) => !what.startsWith('retreats'));
  return differences.map(
    ({ what, expected: onRecord, found: there }) => `${what}: ${onRecord} on record, ${there} for the Python package.`,
  );
}

/** The package lets a unit dislodged by a convoyed army retreat to every neighbouring place, so none is removed at once. */
const freedUnits = <P extends string>({ dislodged, outcomes }: Adjudication<P>, expected: Position<P>): readonly string[] =>
  dislodged.flatMap(({ power, unit, by, retreats }) => {
    const isListed = unit in expected.retreats[power];
    if (retreats.length > 0 || isListed || !isConvoyed(outcomes.find((outcome) => outcome.unit === by.unit))) return [];
    return [`the Python package lets ${unit} of ${power} retreat, which ${by.unit} dislodged by convoy.`];
  });

const isConvoyed = <P extends string>(outcome: Outcome<P> | undefined): boolean =>
  outcome?.reasons.some(({ kind }) => kind === 'convoyed') === true;
