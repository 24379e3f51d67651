import type { Dislodgement, Opponent, OrderResult, Outcome, Reason, Strength } from '../../values/outcome.js';
import type { Unit } from '../../values/unit.js';
import { provinceOfUnit } from '../../values/unit.js';
import { NONE } from '../../board/board.js';
import { powerUnit } from './apply-moves.js';
import type { Battle } from './movement-phase.js';
import { CONVOY, HOLD, MOVE, NO, SUPPORT, YES } from './movement-phase.js';
import { dislodgement, isHeadToHead, routeOf } from './decisions.js';
import type { StrayOrder } from './take-orders.js';

/** What the outcomes are told from. */
export interface Told<P extends string> {
  readonly powers: readonly P[];
  readonly stray: readonly StrayOrder[];
  readonly dislodged: readonly Dislodgement<P>[];
  /** Armies that went by land after their convoy had failed. */
  readonly walked: ReadonlySet<number>;
}

type Results = readonly OrderResult[];
const SUCCESS: Results = Object.freeze([]);
const NO_REASONS: readonly never[] = Object.freeze([]);
/** The frozen lists of results, so that no outcome needs its own. */
const only = (result: OrderResult): Results => Object.freeze([result]);
const RESULTS = {
  void: only('void'),
  noConvoy: only('no convoy'),
  bounce: only('bounce'),
  cut: only('cut'),
  disrupted: only('disrupted'),
} as const;
const DISLODGED = new Map<Results, Results>(
  [SUCCESS, ...Object.values(RESULTS)].map((results) => [
    results,
    Object.freeze([...results.filter((result) => result !== 'disrupted'), 'dislodged' as const]),
  ]),
);

/** What became of every order of a movement phase and why, power by power; orders that reached no unit come after those of the units. */
export function movementOutcomes<P extends string>(battle: Battle, told: Told<P>): Outcome<P>[] {
  const outcomes = new Array<Outcome<P>>(battle.count + told.stray.length);
  let length = 0;
  let unit = 0;
  let at = 0;
  for (let number = 0; number < told.powers.length; number += 1) {
    const power = told.powers[number]!;
    for (; unit < battle.count && battle.power[unit] === number; unit += 1, length += 1)
      outcomes[length] = outcomeOf(battle, unit, power, told);
    for (; told.stray[at]?.power === number; at += 1, length += 1) outcomes[length] = strayOutcome(told.stray[at]!, power);
  }
  return outcomes;
}

function strayOutcome<P extends string>({ illegality }: StrayOrder, power: P): Outcome<P> {
  const { order } = illegality;
  const unit = order.kind === 'waive' ? null : order.unit;
  return { power, unit, order, results: RESULTS.void, reasons: [{ kind: 'illegal', illegality }] };
}

function outcomeOf<P extends string>(battle: Battle, unit: number, power: P, told: Told<P>): Outcome<P> {
  const name = battle.board.spots[unit]!.unit;
  const order = battle.orders[unit] ?? { kind: 'hold', unit: name };
  let results: Results = SUCCESS;
  let reasons: readonly Reason<P>[] = NO_REASONS;
  const illegality = battle.illegalities[unit] as (typeof battle.illegalities)[number];
  switch (battle.action[unit]) {
    case HOLD:
      if (illegality !== null) {
        results = RESULTS.void;
        reasons = [{ kind: 'illegal', illegality }];
      } else if (battle.orders[unit] === null) reasons = NO_ORDER;
      break;
    case MOVE:
      if (battle.moves[unit] === YES) reasons = successReasons(battle, unit, told);
      else if (battle.routes[unit] === NO) {
        results = RESULTS.noConvoy;
        reasons = routeReasons(battle, unit);
      } else {
        results = RESULTS.bounce;
        reasons = bounceReasons(battle, unit);
      }
      break;
    case SUPPORT:
      if (battle.target[unit] === NONE) {
        results = RESULTS.void;
        reasons = [unmatched(battle, unit)];
      } else if (battle.supports[unit] === NO) {
        const cutter = cutterOf(battle, unit);
        if (cutter !== NONE) {
          results = RESULTS.cut;
          reasons = [{ kind: 'cut-by', attacker: powerUnit(battle, cutter) }];
        }
      }
      break;
    case CONVOY:
      if (battle.target[unit] === NONE) {
        results = RESULTS.void;
        reasons = [unmatched(battle, unit)];
      } else if (battle.silenced[unit] === 1) {
        results = RESULTS.disrupted;
        reasons = [{ kind: 'paradox', rule: 'szykman', fleets: [name] }];
      }
      break;
    default:
  }
  const attacker = battle.dislodger[unit]!;
  if (attacker === NONE) return { power, unit: name, order, results, reasons };
  const falls = [...reasons, fallReason<P>(battle, unit, attacker)];
  const fall = told.dislodged.find((candidate) => candidate.unit === name);
  if (fall?.retreats.length === 0) falls.push({ kind: 'no-retreat' });
  return { power, unit: name, order, results: DISLODGED.get(results)!, reasons: falls };
}

function fallReason<P extends string>(battle: Battle, unit: number, attacker: number): Reason<P> {
  return {
    kind: 'dislodged-by',
    attacker: powerUnit(battle, attacker),
    attack: attackStrength(battle, attacker, unit),
    defence: isHeadToHead(battle, unit, attacker) ? plainStrength(battle, unit) : holdStrength(battle, unit),
  };
}

const NO_ORDER: readonly [{ readonly kind: 'no-order' }] = Object.freeze([Object.freeze({ kind: 'no-order' })]);

function successReasons<P extends string>(battle: Battle, unit: number, { walked }: Told<P>): readonly Reason<P>[] {
  const goal = battle.into[unit]!;
  const occupant = battle.board.unitAt[goal]!;
  const alone = battle.nextAttack[battle.firstAttack[goal]!] === NONE;
  const leaves = occupant === NONE || battle.moves[occupant] === YES;
  const plain = alone && leaves && battle.firstSupport[unit] === NONE && battle.circular[unit] === 0;
  if (plain && battle.byConvoy[unit] === 0 && !walked.has(unit)) return NO_REASONS;
  const advanced: readonly Reason<P>[] = plain ? NO_REASONS : [advance(battle, unit, leaves ? NONE : occupant)];
  if (battle.circular[unit] === 0 && battle.byConvoy[unit] === 0 && !walked.has(unit)) return advanced;
  const reasons = [...advanced];
  if (battle.circular[unit] === 1) reasons.push({ kind: 'circular', units: circleOf(battle, unit) });
  if (battle.byConvoy[unit] === 1) reasons.push({ kind: 'convoyed', fleets: fleetsOf(battle, unit) });
  if (walked.has(unit)) reasons.push({ kind: 'went-by-land' });
  return reasons;
}

/** That a move succeeded, with what strength and against whom; `loser` is the unit it dislodges, or `NONE`. */
function advance<P extends string>(battle: Battle, unit: number, loser: number): Reason<P> {
  const rivals = rivalsOf<P>(battle, unit);
  const opponents = loser === NONE ? rivals : [defenderOf<P>(battle, unit, loser), ...rivals];
  return { kind: 'advanced', attack: attackStrength(battle, unit, loser), opponents };
}

function bounceReasons<P extends string>(battle: Battle, unit: number): readonly Reason<P>[] {
  const occupant = battle.board.unitAt[battle.into[unit]!]!;
  const stays =
    occupant !== NONE &&
    !(battle.action[occupant] === MOVE && battle.moves[occupant] === YES && !isHeadToHead(battle, unit, occupant));
  const attack = attackStrength(battle, unit, stays ? occupant : NONE);
  const held = stays ? holdingReason<P>(battle, unit, { occupant, attack }) : null;
  const rivals = rivalsOf<P>(battle, unit, attack.total);
  if (rivals.length === 0) return held === null ? NO_REASONS : [held];
  const standoff: Reason<P> = { kind: 'standoff', attack, rivals };
  return held === null ? [standoff] : [held, standoff];
}

/** Why the unit in the destination was enough to stop a move; `null` if it was not. */
function holdingReason<P extends string>(
  battle: Battle,
  unit: number,
  { occupant, attack }: { readonly occupant: number; readonly attack: Strength },
): Reason<P> | null {
  if (battle.power[occupant] === battle.power[unit]) return { kind: 'own-unit', unit: battle.board.spots[occupant]!.unit };
  const defender = defenderOf<P>(battle, unit, occupant);
  if (attack.total > defender.strength.total) return null;
  return { kind: isHeadToHead(battle, unit, occupant) ? 'head-to-head' : 'repelled', attack, defender };
}

/** The other moves into the same province that have any effect there, with their prevent strength; only those of at least some strength. */
function rivalsOf<P extends string>(battle: Battle, unit: number, atLeast = 0): readonly Opponent<P>[] {
  const goal = battle.into[unit]!;
  const occupant = battle.board.unitAt[goal]!;
  let rivals: Opponent<P>[] | undefined;
  for (let rival = battle.firstAttack[goal]!; rival !== NONE; rival = battle.nextAttack[rival]!) {
    if (rival === unit || battle.routes[rival] === NO) continue;
    if (isHeadToHead(battle, rival, occupant) && battle.moves[occupant] === YES) continue;
    const strength = plainStrength(battle, rival);
    if (strength.total < atLeast) continue;
    // Most have one rival at most, and a list of one takes less room than one that grew.
    if (rivals === undefined) rivals = [opponent(battle, rival, strength)];
    else rivals.push(opponent(battle, rival, strength));
  }
  return rivals ?? NOBODY;
}

const NOBODY: readonly never[] = Object.freeze([]);

function defenderOf<P extends string>(battle: Battle, unit: number, occupant: number): Opponent<P> {
  const strength = isHeadToHead(battle, unit, occupant) ? plainStrength(battle, occupant) : holdStrength(battle, occupant);
  return opponent(battle, occupant, strength);
}

function opponent<P extends string>({ board, index, power }: Battle, unit: number, strength: Strength): Opponent<P> {
  return { power: index.powers[power[unit]!] as P, unit: board.spots[unit]!.unit, strength };
}

/** A unit's strength with all its supports. */
const plainStrength = (battle: Battle, unit: number): Strength => strength(battle, unit, NONE);

/** A unit's strength where it stands: one that was to move and failed has no supports there. */
const holdStrength = (battle: Battle, unit: number): Strength =>
  battle.action[unit] === MOVE ? ALONE : plainStrength(battle, unit);

/** A move's strength against a unit that stays (`NONE` for nobody): supports of that unit's own power do not count, as a rule. */
const attackStrength = (battle: Battle, unit: number, against: number): Strength =>
  strength(battle, unit, against === NONE || battle.helpedByAll[unit] === 1 ? NONE : battle.power[against]!);

const ALONE: Strength = Object.freeze({ total: 1, supports: Object.freeze([]) });

function strength(battle: Battle, unit: number, without: number): Strength {
  if (battle.firstSupport[unit] === NONE) return ALONE;
  let supports: Unit[] | undefined;
  let discounted: Unit[] | undefined;
  for (let supporter = battle.firstSupport[unit]!; supporter !== NONE; supporter = battle.nextSupport[supporter]!) {
    if (battle.supports[supporter] !== YES) continue;
    const name = battle.board.spots[supporter]!.unit;
    if (battle.power[supporter] === without) discounted = discounted === undefined ? [name] : [name, ...discounted];
    else supports = supports === undefined ? [name] : [name, ...supports];
  }
  if (discounted !== undefined) return { total: 1 + (supports?.length ?? 0), supports: supports ?? NOBODY, discounted };
  return supports === undefined ? ALONE : { total: 1 + supports.length, supports };
}

function unmatched<P extends string>(battle: Battle, unit: number): Reason<P> {
  const order = battle.orders[unit] as { readonly target?: Unit; readonly army?: Unit };
  const target = (order.target ?? order.army)!;
  const about = battle.board.unitAt[battle.index.locationNumbers.get(provinceOfUnit(target))!]!;
  const told = about === NONE || battle.illegalities[about] !== null ? null : (battle.orders[about] ?? null);
  return { kind: 'unmatched', target, ordered: told };
}

/** The attack that cut a support from somewhere else than where the support is directed; `NONE` if only dislodgement took its effect. */
function cutterOf(battle: Battle, unit: number): number {
  let found = NONE;
  for (let attacker = battle.firstAttack[battle.province[unit]!]!; attacker !== NONE; attacker = battle.nextAttack[attacker]!) {
    if (battle.power[attacker] === battle.power[unit] || battle.routes[attacker] !== YES) continue;
    if (battle.province[attacker] === battle.into[unit]) continue;
    if (found === NONE || battle.moves[attacker] === YES) found = attacker;
  }
  return found;
}

const fleetsOf = (battle: Battle, army: number): Unit[] =>
  fleetNumbersOf(battle, army).map((fleet) => battle.board.spots[fleet]!.unit);

function fleetNumbersOf(battle: Battle, army: number): number[] {
  const fleets: number[] = [];
  for (let fleet = battle.firstFleet[army]!; fleet !== NONE; fleet = battle.nextFleet[fleet]!) fleets.push(fleet);
  return fleets.reverse();
}

function routeReasons<P extends string>(battle: Battle, army: number): readonly Reason<P>[] {
  if (routeOf(battle, army, YES) === NO) return [{ kind: 'no-route' }];
  const fleets = fleetNumbersOf(battle, army);
  const nameOf = (fleet: number) => battle.board.spots[fleet]!.unit;
  const reasons: Reason<P>[] = [];
  const silenced = fleets.filter((fleet) => battle.silenced[fleet] === 1).map(nameOf);
  if (silenced.length > 0) reasons.push({ kind: 'paradox', rule: 'szykman', fleets: silenced });
  const dislodged = fleets
    .filter((fleet) => battle.silenced[fleet] === 0 && dislodgement(battle, fleet) === YES)
    .map((fleet) => ({ fleet: nameOf(fleet), by: powerUnit<P>(battle, winnerAt(battle, battle.province[fleet]!)) }));
  if (dislodged.length > 0) reasons.push({ kind: 'route-broken', dislodged });
  return reasons;
}

function winnerAt(battle: Battle, province: number): number {
  let attacker = battle.firstAttack[province]!;
  while (battle.moves[attacker] !== YES) attacker = battle.nextAttack[attacker]!;
  return attacker;
}

function circleOf(battle: Battle, unit: number): Unit[] {
  const units: Unit[] = [];
  for (let at = unit; units.length === 0 || at !== unit; at = battle.board.unitAt[battle.into[at]!]!) {
    if (at === NONE || units.length > battle.count) break;
    units.push(battle.board.spots[at]!.unit);
  }
  return units;
}
