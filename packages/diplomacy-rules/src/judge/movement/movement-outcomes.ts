import type { UnitSpot } from '../../map/map-index.js';
import type { Dislodgement, Opponent, OrderResult, Outcome, Reason, Strength } from '../../values/outcome.js';
import type { Unit } from '../../values/unit.js';
import { provinceOfUnit } from '../../values/unit.js';
import { NONE } from '../board.js';
import { powerUnit } from './aftermath.js';
import type { Battle } from './battle.js';
import { CONVOY, HOLD, MOVE, NO, SUPPORT, YES } from './battle.js';
import { dislodgement, isHeadToHead, routeOf } from './decisions.js';
import type { StrayOrder } from './muster.js';

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
  const outcomes: Outcome<P>[] = [];
  let unit = 0;
  let at = 0;
  told.powers.forEach((power, number) => {
    for (; unit < battle.count && battle.power[unit] === number; unit += 1) outcomes.push(outcomeOf(battle, unit, power, told));
    for (; at < told.stray.length && (told.stray[at] as StrayOrder).power === number; at += 1) {
      const { illegality } = told.stray[at] as StrayOrder;
      const { order } = illegality;
      outcomes.push({
        power,
        unit: order.kind === 'waive' ? null : order.unit,
        order,
        results: RESULTS.void,
        reasons: [{ kind: 'illegal', illegality }],
      });
    }
  });
  return outcomes;
}

function outcomeOf<P extends string>(battle: Battle, unit: number, power: P, told: Told<P>): Outcome<P> {
  const name = (battle.board.spots[unit] as UnitSpot).unit;
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
  const attacker = battle.dislodger[unit] as number;
  if (attacker === NONE) return { power, unit: name, order, results, reasons };
  const falls = [...reasons, fallReason<P>(battle, unit, attacker)];
  const fall = told.dislodged.find((candidate) => candidate.unit === name);
  if (fall?.retreats.length === 0) falls.push({ kind: 'no-retreat' });
  return { power, unit: name, order, results: DISLODGED.get(results) as Results, reasons: falls };
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
  const goal = battle.into[unit] as number;
  const occupant = battle.board.unitAt[goal] as number;
  const alone = battle.nextAttack[battle.firstAttack[goal] as number] === NONE;
  const leaves = occupant === NONE || battle.moves[occupant] === YES;
  const plain = alone && leaves && battle.firstSupport[unit] === NONE && battle.circular[unit] === 0;
  if (plain && battle.byConvoy[unit] === 0 && !walked.has(unit)) return NO_REASONS;
  const reasons: Reason<P>[] = [];
  if (!plain) {
    const opponents = rivalsOf<P>(battle, unit);
    if (!leaves) opponents.unshift(defenderOf(battle, unit, occupant));
    reasons.push({ kind: 'advanced', attack: attackStrength(battle, unit, leaves ? NONE : occupant), opponents });
  }
  if (battle.circular[unit] === 1) reasons.push({ kind: 'circular', units: circleOf(battle, unit) });
  if (battle.byConvoy[unit] === 1) reasons.push({ kind: 'convoyed', fleets: fleetsOf(battle, unit) });
  if (walked.has(unit)) reasons.push({ kind: 'went-by-land' });
  return reasons;
}

function bounceReasons<P extends string>(battle: Battle, unit: number): readonly Reason<P>[] {
  const occupant = battle.board.unitAt[battle.into[unit] as number] as number;
  const stays =
    occupant !== NONE &&
    !(battle.action[occupant] === MOVE && battle.moves[occupant] === YES && !isHeadToHead(battle, unit, occupant));
  const attack = attackStrength(battle, unit, stays ? occupant : NONE);
  const reasons: Reason<P>[] = [];
  if (stays) {
    const defender = defenderOf<P>(battle, unit, occupant);
    if (battle.power[occupant] === battle.power[unit])
      reasons.push({ kind: 'own-unit', unit: (battle.board.spots[occupant] as UnitSpot).unit });
    else if (attack.total <= defender.strength.total) {
      reasons.push({ kind: isHeadToHead(battle, unit, occupant) ? 'head-to-head' : 'repelled', attack, defender });
    }
  }
  const rivals = rivalsOf<P>(battle, unit).filter(({ strength }) => strength.total >= attack.total);
  if (rivals.length > 0) reasons.push({ kind: 'standoff', attack, rivals });
  return reasons;
}

/** The other moves into the same province that have any effect there, with their prevent strength. */
function rivalsOf<P extends string>(battle: Battle, unit: number): Opponent<P>[] {
  const goal = battle.into[unit] as number;
  const occupant = battle.board.unitAt[goal] as number;
  const rivals: Opponent<P>[] = [];
  for (let rival = battle.firstAttack[goal] as number; rival !== NONE; rival = battle.nextAttack[rival] as number) {
    if (rival === unit || battle.routes[rival] === NO) continue;
    if (isHeadToHead(battle, rival, occupant) && battle.moves[occupant] === YES) continue;
    rivals.push(opponent(battle, rival, plainStrength(battle, rival)));
  }
  return rivals;
}

function defenderOf<P extends string>(battle: Battle, unit: number, occupant: number): Opponent<P> {
  const strength = isHeadToHead(battle, unit, occupant) ? plainStrength(battle, occupant) : holdStrength(battle, occupant);
  return opponent(battle, occupant, strength);
}

function opponent<P extends string>({ board, index, power }: Battle, unit: number, strength: Strength): Opponent<P> {
  return { power: index.powers[power[unit] as number] as P, unit: (board.spots[unit] as UnitSpot).unit, strength };
}

/** A unit's strength with all its supports. */
const plainStrength = (battle: Battle, unit: number): Strength => strength(battle, unit, NONE);

/** A unit's strength where it stands: one that was to move and failed has no supports there. */
const holdStrength = (battle: Battle, unit: number): Strength =>
  battle.action[unit] === MOVE ? ALONE : plainStrength(battle, unit);

/** A move's strength against a unit that stays (`NONE` for nobody): supports of that unit's own power do not count. */
const attackStrength = (battle: Battle, unit: number, against: number): Strength =>
  strength(battle, unit, against === NONE ? NONE : (battle.power[against] as number));

const ALONE: Strength = Object.freeze({ total: 1, supports: Object.freeze([]) });

function strength(battle: Battle, unit: number, without: number): Strength {
  if (battle.firstSupport[unit] === NONE) return ALONE;
  const supports: Unit[] = [];
  const discounted: Unit[] = [];
  for (
    let supporter = battle.firstSupport[unit] as number;
    supporter !== NONE;
    supporter = battle.nextSupport[supporter] as number
  ) {
    if (battle.supports[supporter] !== YES) continue;
    (battle.power[supporter] === without ? discounted : supports).push((battle.board.spots[supporter] as UnitSpot).unit);
  }
  const total = 1 + supports.length;
  if (supports.length > 1) supports.reverse();
  return discounted.length === 0 ? { total, supports } : { total, supports, discounted: discounted.reverse() };
}

function unmatched<P extends string>(battle: Battle, unit: number): Reason<P> {
  const order = battle.orders[unit] as { readonly target?: Unit; readonly army?: Unit };
  const target = (order.target ?? order.army) as Unit;
  const about = battle.board.unitAt[battle.index.locationNumbers.get(provinceOfUnit(target)) as number] as number;
  const told = about === NONE || battle.illegalities[about] !== null ? null : (battle.orders[about] ?? null);
  return { kind: 'unmatched', target, ordered: told };
}

/** The attack that cut a support from somewhere else than where the support is directed; `NONE` if only dislodgement took its effect. */
function cutterOf(battle: Battle, unit: number): number {
  let found = NONE;
  for (
    let attacker = battle.firstAttack[battle.province[unit] as number] as number;
    attacker !== NONE;
    attacker = battle.nextAttack[attacker] as number
  ) {
    if (battle.power[attacker] === battle.power[unit] || battle.routes[attacker] !== YES) continue;
    if (battle.province[attacker] === battle.into[unit]) continue;
    if (found === NONE || battle.moves[attacker] === YES) found = attacker;
  }
  return found;
}

const fleetsOf = (battle: Battle, army: number): Unit[] =>
  fleetNumbersOf(battle, army).map((fleet) => (battle.board.spots[fleet] as UnitSpot).unit);

function fleetNumbersOf(battle: Battle, army: number): number[] {
  const fleets: number[] = [];
  for (let fleet = battle.firstFleet[army] as number; fleet !== NONE; fleet = battle.nextFleet[fleet] as number)
    fleets.push(fleet);
  return fleets.reverse();
}

function routeReasons<P extends string>(battle: Battle, army: number): readonly Reason<P>[] {
  if (routeOf(battle, army, YES) === NO) return [{ kind: 'no-route' }];
  const fleets = fleetNumbersOf(battle, army);
  const nameOf = (fleet: number) => (battle.board.spots[fleet] as UnitSpot).unit;
  const reasons: Reason<P>[] = [];
  const silenced = fleets.filter((fleet) => battle.silenced[fleet] === 1).map(nameOf);
  if (silenced.length > 0) reasons.push({ kind: 'paradox', rule: 'szykman', fleets: silenced });
  const dislodged = fleets
    .filter((fleet) => battle.silenced[fleet] === 0 && dislodgement(battle, fleet) === YES)
    .map((fleet) => ({ fleet: nameOf(fleet), by: powerUnit<P>(battle, winnerAt(battle, battle.province[fleet] as number)) }));
  if (dislodged.length > 0) reasons.push({ kind: 'route-broken', dislodged });
  return reasons;
}

function winnerAt(battle: Battle, province: number): number {
  let attacker = battle.firstAttack[province] as number;
  while (battle.moves[attacker] !== YES) attacker = battle.nextAttack[attacker] as number;
  return attacker;
}

function circleOf(battle: Battle, unit: number): Unit[] {
  const units: Unit[] = [];
  for (let at = unit; units.length === 0 || at !== unit; at = battle.board.unitAt[battle.into[at] as number] as number) {
    if (at === NONE || units.length > battle.count) break;
    units.push((battle.board.spots[at] as UnitSpot).unit);
  }
  return units;
}
