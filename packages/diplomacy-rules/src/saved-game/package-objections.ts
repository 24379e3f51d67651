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

/** Something in a game that the Python package, which plays every phase again by rules of its own, would not take. */
export interface PackageObjection {
  readonly phase: string;
  /** As in `the Python package dislodges F SEV of RUSSIA here`. */
  readonly message: string;
}

/**
 * Where the check of the Python package would refuse a game, whatever rulebook it was played by: orders that the package does not take,
 * and phases from which it goes on otherwise than the record (one of these is forgiven under the rule `DIFFERENT_ADJUDICATION`). Takes what `verifySavedGame` takes. Whatever else that check looks at, such as
 * the times of messages, says `savedGameProblems`.
 * @throws {InvalidFileError} where the game does not have the shape of one; it names the place.
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

/** The rule with which the package marks games of other programs; it lets one phase come out otherwise, as where a draw is called. */
function phasesForgiven(game: unknown): number {
  const { rules } = game as { readonly rules?: unknown };
  return Array.isArray(rules) && rules.includes('DIFFERENT_ADJUDICATION') ? 1 : 0;
}

const RULES = RULEBOOKS['python-compatible'];

const judgeAsPackage = <P extends string>(position: Position<P>, orders: OrdersByPower<P>, options: MapOptions<P>) =>
  adjudicate(position, orders, { ...options, rulebook: RULES });

/** Orders that the package does not take. One build or removal too many it does, and a waived build is not kept. */
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

/** From which board, or with which phase, the package goes on. */
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

/** The package lets a unit that a convoyed army dislodged go to every place beside it, so that none of them is lost at once. */
const freedUnits = <P extends string>({ dislodged, outcomes }: Adjudication<P>, expected: Position<P>): readonly string[] =>
  dislodged.flatMap(({ power, unit, by, retreats }) => {
    const isListed = unit in expected.retreats[power];
    if (retreats.length > 0 || isListed || !isConvoyed(outcomes.find((outcome) => outcome.unit === by.unit))) return [];
    return [`the Python package lets ${unit} of ${power} retreat, which ${by.unit} dislodged by convoy.`];
  });

const isConvoyed = <P extends string>(outcome: Outcome<P> | undefined): boolean =>
  outcome?.reasons.some(({ kind }) => kind === 'convoyed') === true;
