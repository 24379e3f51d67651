import { EMPTY, NONE } from '../../board/none.js';
import type { Opponent, Reason, Strength } from '../../values/outcome.js';
import type { Unit } from '../../values/unit.js';
import { provinceOfUnit } from '../../values/unit.js';
import { powerUnit } from './apply-moves.js';
import { decideDislodgement, hasConvoyPath } from './decisions.js';
import type { MovementPhase } from './movement-phase.js';
import { MOVE, NO, YES } from './movement-phase.js';
import { isHeadToHead, occupantLeaves } from './strengths.js';

const ALONE: Strength = Object.freeze({ total: 1, supports: EMPTY });

/** Explains a move that succeeded. Empty for an unopposed and unsupported move over land. */
export function successReasons<P extends string>(phase: MovementPhase, unit: number, wentByLand: boolean): readonly Reason<P>[] {
  const destination = phase.destination[unit]!;
  const occupant = phase.board.unitAt[destination]!;
  const isOnlyAttack = phase.nextAttack[phase.firstAttack[destination]!] === NONE;
  const leaves = occupant === NONE || phase.moves[occupant] === YES;
  const isCircular = phase.circular[unit] === 1;
  const isByConvoy = phase.byConvoy[unit] === 1;
  const isPlain = isOnlyAttack && leaves && phase.firstSupport[unit] === NONE && !isCircular;
  if (isPlain && !isByConvoy && !wentByLand) return EMPTY;
  const reasons: Reason<P>[] = [];
  if (!isPlain) reasons.push(advancedReason(phase, unit, leaves ? NONE : occupant));
  if (isCircular) reasons.push({ kind: 'circular', units: circularUnits(phase, unit) });
  if (isByConvoy) reasons.push({ kind: 'convoyed', fleets: convoyingFleets(phase, unit).map((fleet) => unitName(phase, fleet)) });
  if (wentByLand) reasons.push({ kind: 'went-by-land' });
  return reasons;
}

/** The strength of a move that succeeded, and its opponents; `dislodged` is the unit it dislodges, or `NONE`. */
function advancedReason<P extends string>(phase: MovementPhase, unit: number, dislodged: number): Reason<P> {
  const rivals = rivalsOf<P>(phase, unit);
  const opponents = dislodged === NONE ? rivals : [defenderOf<P>(phase, unit, dislodged), ...rivals];
  return { kind: 'advanced', attack: attackOn(phase, unit, dislodged), opponents };
}

/** Explains a move that failed although it had a path. */
export function bounceReasons<P extends string>(phase: MovementPhase, unit: number): readonly Reason<P>[] {
  const occupant = phase.board.unitAt[phase.destination[unit]!]!;
  const stays = occupantLeaves(phase, unit, occupant) === NO;
  const attack = attackOn(phase, unit, stays ? occupant : NONE);
  const defence = stays ? defenceReason<P>(phase, unit, { occupant, attack }) : null;
  const rivals = rivalsOf<P>(phase, unit, attack.total);
  if (rivals.length === 0) return defence === null ? EMPTY : [defence];
  const standoff: Reason<P> = { kind: 'standoff', attack, rivals };
  return defence === null ? [standoff] : [defence, standoff];
}

/** How the unit in the destination stopped a move; `null` if it did not. */
function defenceReason<P extends string>(
  phase: MovementPhase,
  unit: number,
  { occupant, attack }: { readonly occupant: number; readonly attack: Strength },
): Reason<P> | null {
  if (phase.power[occupant] === phase.power[unit]) return { kind: 'own-unit', unit: unitName(phase, occupant) };
  const defender = defenderOf<P>(phase, unit, occupant);
  if (attack.total > defender.strength.total) return null;
  return { kind: isHeadToHead(phase, unit, occupant) ? 'head-to-head' : 'repelled', attack, defender };
}

/** Explains a support that was cut. Empty if no attack cut it and only the dislodgement of the supporter took its effect. */
export function cutReasons<P extends string>(phase: MovementPhase, unit: number): readonly Reason<P>[] {
  const { firstAttack, nextAttack, power, province, paths, destination } = phase;
  let cutter = NONE;
  for (let attacker = firstAttack[province[unit]!]!; attacker !== NONE; attacker = nextAttack[attacker]!) {
    if (power[attacker] === power[unit] || paths[attacker] !== YES) continue;
    if (province[attacker] === destination[unit]) continue;
    if (cutter === NONE || phase.moves[attacker] === YES) cutter = attacker;
  }
  return cutter === NONE ? EMPTY : [{ kind: 'cut-by', attacker: powerUnit(phase, cutter) }];
}

/** Explains a support or convoy that matches no order. */
export function unmatchedReason<P extends string>(phase: MovementPhase, unit: number): Reason<P> {
  const order = phase.orders[unit] as { readonly target?: Unit; readonly army?: Unit };
  const target = (order.target ?? order.army)!;
  const number = phase.board.unitAt[phase.index.locationNumbers.get(provinceOfUnit(target))!]!;
  const ordered = number === NONE || phase.illegalities[number] !== null ? null : (phase.orders[number] ?? null);
  return { kind: 'unmatched', target, ordered };
}

/** Explains a convoyed move without a path. */
export function pathReasons<P extends string>(phase: MovementPhase, army: number): readonly Reason<P>[] {
  if (!hasConvoyPath(phase, army, 'ordered')) return [{ kind: 'no-route' }];
  const fleets = convoyingFleets(phase, army);
  const reasons: Reason<P>[] = [];
  const disrupted = fleets.filter((fleet) => phase.disrupted[fleet] === 1).map((fleet) => unitName(phase, fleet));
  if (disrupted.length > 0) reasons.push({ kind: 'paradox', rule: 'szykman', fleets: disrupted });
  const dislodged = fleets
    .filter((fleet) => phase.disrupted[fleet] === 0 && decideDislodgement(phase, fleet) === YES)
    .map((fleet) => ({ fleet: unitName(phase, fleet), by: powerUnit<P>(phase, phase.dislodger[fleet]!) }));
  if (dislodged.length > 0) reasons.push({ kind: 'route-broken', dislodged });
  return reasons;
}

/** Explains the dislodgement of a unit by an attacker. */
export function dislodgementReason<P extends string>(phase: MovementPhase, unit: number, attacker: number): Reason<P> {
  return {
    kind: 'dislodged-by',
    attacker: powerUnit(phase, attacker),
    attack: attackOn(phase, attacker, unit),
    defence: defenceAgainst(phase, unit, attacker),
  };
}

/** Other moves to the same province that count there, with their prevent strength, if that is at least `minimum`. */
function rivalsOf<P extends string>(phase: MovementPhase, unit: number, minimum = 0): readonly Opponent<P>[] {
  const destination = phase.destination[unit]!;
  const occupant = phase.board.unitAt[destination]!;
  let rivals: Opponent<P>[] | undefined;
  for (let rival = phase.firstAttack[destination]!; rival !== NONE; rival = phase.nextAttack[rival]!) {
    if (rival === unit || phase.paths[rival] === NO) continue;
    if (isHeadToHead(phase, rival, occupant) && phase.moves[occupant] === YES) continue;
    const strength = strengthOf(phase, rival);
    if (strength.total < minimum) continue;
    // A list of one takes less memory than a list that grew, and few moves have more than one rival.
    if (rivals === undefined) rivals = [opponent(phase, rival, strength)];
    else rivals.push(opponent(phase, rival, strength));
  }
  return rivals ?? EMPTY;
}

const defenderOf = <P extends string>(phase: MovementPhase, unit: number, occupant: number): Opponent<P> =>
  opponent(phase, occupant, defenceAgainst(phase, occupant, unit));

const opponent = <P extends string>({ board, index, power }: MovementPhase, unit: number, strength: Strength): Opponent<P> => ({
  power: index.powers[power[unit]!] as P,
  unit: board.spots[unit]!.unit,
  strength,
});

/** Defend strength of a unit in a head-to-head battle with an attacker, otherwise its hold strength. */
const defenceAgainst = (phase: MovementPhase, unit: number, attacker: number): Strength =>
  phase.action[unit] === MOVE && !isHeadToHead(phase, attacker, unit) ? ALONE : strengthOf(phase, unit);

/** Attack strength of a move against a unit that stays, or with `NONE` against nobody. */
const attackOn = (phase: MovementPhase, unit: number, against: number): Strength =>
  strengthOf(phase, unit, against === NONE || phase.helpedByAll[unit] === 1 ? NONE : phase.power[against]!);

/** Strength of a unit with the supports given to it; those from the power `without` are listed as discounted. */
function strengthOf(phase: MovementPhase, unit: number, without: number = NONE): Strength {
  const { firstSupport, nextSupport, supports: decisions } = phase;
  if (firstSupport[unit] === NONE) return ALONE;
  let supports: Unit[] | undefined;
  let discounted: Unit[] | undefined;
  for (let supporter = firstSupport[unit]!; supporter !== NONE; supporter = nextSupport[supporter]!) {
    if (decisions[supporter] !== YES) continue;
    const name = unitName(phase, supporter);
    if (phase.power[supporter] === without) discounted = discounted === undefined ? [name] : [name, ...discounted];
    else supports = supports === undefined ? [name] : [name, ...supports];
  }
  if (discounted !== undefined) return { total: 1 + (supports?.length ?? 0), supports: supports ?? EMPTY, discounted };
  return supports === undefined ? ALONE : { total: 1 + supports.length, supports };
}

function convoyingFleets({ firstFleet, nextFleet }: MovementPhase, army: number): number[] {
  const fleets: number[] = [];
  for (let fleet = firstFleet[army]!; fleet !== NONE; fleet = nextFleet[fleet]!) fleets.push(fleet);
  return fleets.reverse();
}

/** Units of a circular movement, from `unit` on in the direction of the moves. */
function circularUnits(phase: MovementPhase, unit: number): Unit[] {
  const units: Unit[] = [];
  for (let at = unit; units.length === 0 || at !== unit; at = phase.board.unitAt[phase.destination[at]!]!) {
    if (at === NONE || units.length > phase.count) break;
    units.push(unitName(phase, at));
  }
  return units;
}

const unitName = ({ board }: MovementPhase, unit: number): Unit => board.spots[unit]!.unit;
