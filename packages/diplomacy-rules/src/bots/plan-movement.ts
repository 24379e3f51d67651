import type { OrderableUnit } from '../legal/order-table.js';
import type { UnitSpot } from '../map/map-index.js';
import { FLEET } from '../map/map-index.js';
import type { LegalOrder } from '../values/order.js';
import { provinceOf } from '../values/unit.js';
import type { Appraisal } from './appraisal.js';

/** Assumed probability that a move succeeds: into an empty place, against a unit with and without support, by convoy. */
const CHANCE = { empty: 1, disputed: 0.85, supported: 0.8, alone: 0.25, convoyed: 0.9 } as const;
/** Maximum cost of support, as a share of the move's worth. */
const SUPPORT_SHARE = 0.7;

/** Random error of each probability, so that a failed plan is not repeated for ever. */
const NOISE = 0.1;

/** A unit without an order yet, and its options. */
interface Idle {
  readonly spot: UnitSpot;
  readonly orders: readonly LegalOrder[];
  readonly hold: LegalOrder;
  readonly moves: readonly Move[];
}

interface Move {
  readonly order: LegalOrder;
  readonly to: number;
  readonly province: number;
  readonly isConvoyed: boolean;
}

interface Choice {
  readonly unit: Idle;
  /** `null` to stay. */
  readonly move: Move | null;
  /** The convoying fleet. */
  readonly carrier?: Idle;
  readonly score: number;
}

/**
 * Gives orders to all units of a power, the most promising first. No two of its units go to one place, a unit enters another's place only
 * once that one was ordered away, and idle units support attacks.
 */
export function planMovement(appraisal: Appraisal, units: readonly OrderableUnit[], random: () => number): readonly LegalOrder[] {
  return new MovementPlan(appraisal, units, random).make();
}

class MovementPlan {
  readonly #appraisal: Appraisal;
  readonly #random: () => number;
  readonly #idle: Set<Idle>;
  readonly #chosen: LegalOrder[] = [];
  /** By province: whether a unit of ours will be there. */
  readonly #taken = new Set<number>();
  /** Destination of each unit of ours that leaves, by the province it leaves. */
  readonly #leaving = new Map<number, number>();

  constructor(appraisal: Appraisal, units: readonly OrderableUnit[], random: () => number) {
    this.#appraisal = appraisal;
    this.#random = random;
    this.#idle = new Set(units.map((unit) => this.#readUnit(unit)));
  }

  make(): readonly LegalOrder[] {
    while (this.#idle.size > 0) {
      let best: Choice | undefined;
      for (const unit of this.#idle) {
        const choice = this.#bestFor(unit);
        if (best === undefined || choice.score > best.score) best = choice;
      }
      if (best !== undefined) this.#carryOut(best);
    }
    return this.#chosen;
  }

  #readUnit({ unit, orders }: OrderableUnit): Idle {
    const { index } = this.#appraisal;
    const moves = orders.flatMap((order): readonly Move[] => {
      if (order.kind !== 'move') return [];
      const to = index.locationNumbers.get(order.to)!;
      return [{ order, to, province: index.provinceOf[to]!, isConvoyed: order.viaConvoy }];
    });
    const walks = new Set(moves.filter(({ isConvoyed }) => !isConvoyed).map(({ province }) => province));
    return {
      spot: index.spotOfUnit.get(unit!)!,
      orders,
      hold: orders[0]!,
      moves: moves.filter(({ isConvoyed, province }) => !isConvoyed || !walks.has(province)),
    };
  }

  #bestFor(unit: Idle): Choice {
    const { spot } = unit;
    const stay = this.#appraisal.scoreOf(spot.type, spot.location);
    let best: Choice = { unit, move: null, score: stay };
    for (const move of unit.moves) {
      if (!this.#isFree(spot, move.province)) continue;
      const chance = this.#chanceOf(unit, move) * (1 - this.#random() * NOISE);
      // A move that fails leaves the unit where it is.
      const score = chance * this.#appraisal.scoreOf(spot.type, move.to) + (1 - chance) * stay;
      if (score <= best.score) continue;
      if (!move.isConvoyed) best = { unit, move, score };
      else {
        const carrier = this.#carrierFor(unit, move, score);
        if (carrier !== undefined) best = { unit, move, carrier, score };
      }
    }
    return best;
  }

  /** Whether no unit of ours will be there, nor comes the other way. */
  #isFree(spot: UnitSpot, province: number): boolean {
    if (this.#taken.has(province)) return false;
    if (this.#appraisal.occupant[province] !== this.#appraisal.own) return true;
    const goesTo = this.#leaving.get(province);
    return goesTo !== undefined && goesTo !== spot.province;
  }

  #chanceOf(unit: Idle, { province, isConvoyed }: Move): number {
    const { occupant, threat, own } = this.#appraisal;
    const way = isConvoyed ? CHANCE.convoyed : 1;
    const holder = occupant[province]!;
    if (holder < 0 || holder === own) return way * (threat[province]! > 0 ? CHANCE.disputed : CHANCE.empty);
    return way * (this.#supportersOf(unit, province).length > 0 ? CHANCE.supported : CHANCE.alone);
  }

  /** Units without an order that could support a move there, and whose own place no unit of ours will enter. */
  #supportersOf(unit: Idle, province: number): readonly Idle[] {
    const { canReach, provinceCount } = this.#appraisal.index;
    return [...this.#idle].filter(
      ({ spot }) =>
        spot !== unit.spot && spot.province !== province && canReach[spot.type][spot.location * provinceCount + province] === 1,
    );
  }

  #carrierFor(army: Idle, move: Move, score: number): Idle | undefined {
    const { index } = this.#appraisal;
    const from = army.spot.province;
    return [...this.#idle].find(
      ({ spot }) =>
        spot.type === FLEET &&
        index.seasAround[from]!.includes(spot.province) &&
        index.seasAround[move.province]!.includes(spot.province) &&
        this.#appraisal.scoreOf(FLEET, spot.location) < score,
    );
  }

  #carryOut({ unit, move, carrier, score }: Choice): void {
    this.#assign(unit, move?.order ?? unit.hold, move?.province ?? unit.spot.province);
    this.#appraisal.claim(unit.spot.type, move?.to ?? unit.spot.location);
    if (move === null) return;
    if (carrier !== undefined) {
      const convoy = carrier.orders.find(
        (order) => order.kind === 'convoy' && order.army === unit.spot.unit && order.to === this.#nameOf(move.province),
      );
      this.#assign(carrier, convoy ?? carrier.hold, carrier.spot.province);
    }
    this.#recruit(unit, move, score);
  }

  /** Orders idle units to support a move, as many as it needs, those with the least to gain elsewhere first. */
  #recruit(unit: Idle, move: Move, score: number): void {
    const { occupant, threat, own } = this.#appraisal;
    const holder = occupant[move.province]!;
    const isAttack = holder >= 0 && holder !== own;
    let wanted = isAttack ? 1 + Math.min(1, threat[move.province]!) : Math.min(1, threat[move.province]!);
    const candidates = this.#supportersOf(unit, move.province)
      .map((supporter) => ({ supporter, cost: this.#bestFor(supporter).score }))
      .filter(({ cost }) => cost < score * SUPPORT_SHARE * (isAttack ? 1 : 0.3))
      .sort((a, b) => a.cost - b.cost);
    for (const { supporter } of candidates) {
      if (wanted === 0) return;
      const support = supporter.orders.find(
        (order) =>
          order.kind === 'support-move' &&
          order.target === unit.spot.unit &&
          provinceOf(order.to) === this.#nameOf(move.province),
      );
      if (support === undefined) continue;
      this.#assign(supporter, support, supporter.spot.province);
      wanted -= 1;
    }
  }

  #assign(unit: Idle, order: LegalOrder, province: number): void {
    this.#idle.delete(unit);
    this.#chosen.push(order);
    this.#taken.add(province);
    if (province !== unit.spot.province) this.#leaving.set(unit.spot.province, province);
  }

  #nameOf(province: number): string {
    return this.#appraisal.index.locations[province]!;
  }
}
