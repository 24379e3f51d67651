import { adjustmentsDue } from '../legal/adjustments-due.js';
import { legalOrdersOfPower } from '../legal/legal-orders.js';
import type { OrderableUnit } from '../legal/order-table.js';
import type { UnitSpot } from '../map/map-index.js';
import { mapIndexOf } from '../rules-options.js';
import type { LegalOrder } from '../values/order.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import { Appraisal } from './appraisal.js';
import { planMovement } from './plan-movement.js';
import type { BotOptions } from './random-bot.js';

/**
 * Bot that attacks centres it does not own, near ones first, defends its own where enemies can reach them, and supports its attacks.
 * Retreats, builds and removals follow the same values. It sends no messages and looks one move ahead: a baseline for better players.
 */
export function greedyBot<P extends string = Power>(
  position: Position<P>,
  power: P,
  options: BotOptions<P>,
): readonly LegalOrder[] {
  const units = legalOrdersOfPower(position, power, options);
  if (units.length === 0) return [];
  const appraisal = new Appraisal(mapIndexOf(options), position, power);
  switch (parsePhase(position.phase)?.type) {
    case 'M':
      return planMovement(appraisal, units, options.random);
    case 'R':
      return planRetreats(appraisal, units);
    case 'A':
      return planAdjustments(appraisal, units, adjustmentsDue(position, power, options).count);
    case undefined:
      return [];
  }
}

/** Retreats each dislodged unit to the best place left, or disbands it. */
function planRetreats(appraisal: Appraisal, units: readonly OrderableUnit[]): readonly LegalOrder[] {
  const taken = new Set<number>();
  return units.map(({ orders }) => {
    const [best] = orders
      .flatMap((order) => (order.kind === 'retreat' ? [{ order, ...placeOf(appraisal, order.unit, order.to) }] : []))
      .filter(({ province }) => !taken.has(province))
      .sort((a, b) => b.score - a.score);
    if (best === undefined) return orders.at(-1)!;
    taken.add(best.province);
    return best.order;
  });
}

/** Builds the most valuable units one after the other, or removes the least valuable. */
function planAdjustments(appraisal: Appraisal, units: readonly OrderableUnit[], count: number): readonly LegalOrder[] {
  const left = new Set(units);
  return Array.from({ length: Math.abs(count) }, () => {
    const choices = [...left].flatMap((unit) =>
      unit.orders.flatMap((order) => {
        if (order.kind !== 'build' && order.kind !== 'disband') return [];
        const { spot, score } = placeOf(appraisal, order.unit);
        return [{ unit, order, spot, score: order.kind === 'build' ? score : -score }];
      }),
    );
    const best = choices.reduce((most, choice) => (choice.score > most.score ? choice : most));
    left.delete(best.unit);
    if (best.order.kind === 'build') appraisal.claim(best.spot.type, best.spot.location);
    return best.order;
  });
}

function placeOf(appraisal: Appraisal, unit: Unit, at?: string): { spot: UnitSpot; province: number; score: number } {
  const { index } = appraisal;
  const spot = index.spotOfUnit.get(unit)!;
  const location = at === undefined ? spot.location : index.locationNumbers.get(at)!;
  return { spot, province: index.provinceOf[location]!, score: appraisal.scoreOf(spot.type, location) };
}
