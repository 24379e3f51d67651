import { readRetreat } from '../legal/retreat-illegality.js';
import type { Retreat } from '../legal/retreat-illegality.js';
import type { MapIndex } from '../map/map-index.js';
import type { Illegality } from '../values/illegality.js';
import type { Order, OrdersByPower } from '../values/order.js';
import type { Outcome, PowerUnit, Reason } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { ByPower } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import { provinceOf, typeOfUnit } from '../values/unit.js';

/** Result of a retreat phase: the outcome of each order, and the units on the board afterwards. */
export interface RetreatJudgement<P extends string> {
  readonly outcomes: readonly Outcome<P>[];
  readonly units: ByPower<readonly Unit[], P>;
}

interface Told<P> {
  readonly power: P;
  readonly order: Order;
  readonly retreat: Retreat;
  readonly given: boolean;
}

/** Judges a retreat phase. Units that retreat to the same province disband, and so do units without a retreat order. */
export function judgeRetreats<P extends string>(
  index: MapIndex<P>,
  position: Position<P>,
  orders: OrdersByPower<P>,
): RetreatJudgement<P> {
  const told: (Told<P> | { readonly power: P; readonly order: Order; readonly illegality: Illegality })[] = [];
  for (const power of index.powers) {
    const pending = new Set(Object.keys(position.retreats[power]) as Unit[]);
    for (const order of orders[power] ?? []) {
      const retreat = readRetreat(index, position, power, order);
      if ('kind' in retreat) told.push({ power, order, illegality: retreat });
      else if (pending.delete(retreat.unit)) told.push({ power, order, retreat, given: true });
      else told.push({ power, order, illegality: { kind: 'second-order', order } });
    }
    for (const unit of pending) told.push({ power, order: { kind: 'disband', unit }, retreat: { unit, to: null }, given: false });
  }

  const claims = new Map<string, PowerUnit<P>[]>();
  for (const entry of told) {
    if (!('retreat' in entry) || entry.retreat.to === null) continue;
    const province = provinceOf(entry.retreat.to);
    claims.set(province, [...(claims.get(province) ?? []), { power: entry.power, unit: entry.retreat.unit }]);
  }

  const units = {} as Record<P, Unit[]>;
  for (const power of index.powers) units[power] = [...position.units[power]];
  const outcomes = told.map((entry): Outcome<P> => {
    const { power, order } = entry;
    if (!('retreat' in entry))
      return {
        power,
        unit: 'unit' in order ? order.unit : null,
        order,
        results: ['void'],
        reasons: [{ kind: 'illegal', illegality: entry.illegality }],
      };
    const { unit, to } = entry.retreat;
    if (to === null) {
      const reasons: readonly Reason<P>[] = entry.given ? [] : [{ kind: 'no-order' }];
      return { power, unit, order, results: ['disband'], reasons };
    }
    const rivals = claims.get(provinceOf(to))!.filter((claim) => claim.unit !== unit);
    if (rivals.length > 0)
      return { power, unit, order, results: ['bounce', 'disband'], reasons: [{ kind: 'retreat-conflict', rivals }] };
    units[power].push(`${typeOfUnit(unit)} ${to}`);
    return { power, unit, order, results: [], reasons: [] };
  });
  return { outcomes, units };
}
