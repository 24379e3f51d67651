import type { AdjustmentsDue } from './adjustments-due.js';
import type { MapIndex } from '../map/map-index.js';
import { FLEET } from '../map/map-index.js';
import type { Illegality, IllegalityKind } from '../values/illegality.js';
import type { Order } from '../values/order.js';
import type { Position } from '../values/position.js';
import type { Province, Unit } from '../values/unit.js';
import { locationOfUnit, provinceOf, provinceOfUnit } from '../values/unit.js';
import { findUnit } from './retreat-illegality.js';

/** Effect of an adjustment order: a build, a removal, or a waived build. */
export type Adjustment =
  { readonly kind: 'build'; readonly unit: Unit } | { readonly kind: 'remove'; readonly unit: Unit } | { readonly kind: 'waive' };

/** Adjustment orders of one power, in the sequence given. The first legal ones count (DATC 4.D.4, 4.D.6). */
export interface ReadAdjustment {
  readonly order: Order;
  readonly result: Adjustment | Illegality;
}

/** Reads the adjustment orders of a power one after the other. Each reduces the number of builds or removals left. */
export function readAdjustments<P extends string>(
  index: MapIndex<P>,
  position: Position<P>,
  { power, orders, due }: { readonly power: P; readonly orders: readonly Order[]; readonly due: AdjustmentsDue },
): readonly ReadAdjustment[] {
  const used = new Set<Province>();
  let left = Math.abs(due.count);
  return orders.map((order) => {
    const illegal = (kind: IllegalityKind, about: Partial<Illegality> = {}) => ({ order, result: { kind, order, ...about } });
    const take = (adjustment: Adjustment) => {
      if (left === 0) return illegal('too-many-adjustments');
      left -= 1;
      return { order, result: adjustment };
    };
    switch (order.kind) {
      case 'waive':
        return due.count <= 0 ? illegal('nothing-to-build') : take({ kind: 'waive' });
      case 'build': {
        const problem = buildProblem(index, position, { order, power, due, used });
        if (problem !== null) return { order, result: problem };
        const taken = take({ kind: 'build', unit: order.unit });
        if (taken.result.kind === 'build') used.add(provinceOfUnit(order.unit));
        return taken;
      }
      case 'disband': {
        const province = provinceOfUnit(order.unit);
        if (!index.locationNumbers.has(province)) return illegal('unknown-location', { location: province });
        const unit = findUnit(position.units[power], order.unit);
        if (unit === undefined) {
          const owner = index.powers.find((other) => findUnit(position.units[other], order.unit) !== undefined);
          return owner === undefined ? illegal('no-such-unit') : illegal('foreign-unit', { power: owner });
        }
        if (due.count >= 0) return illegal('nothing-to-remove');
        if (used.has(province)) return illegal('second-order');
        const taken = take({ kind: 'remove', unit });
        if (taken.result.kind === 'remove') used.add(province);
        return taken;
      }
      default:
        return illegal('wrong-phase');
    }
  });
}

interface Build<P> {
  readonly order: Extract<Order, { readonly kind: 'build' }>;
  readonly power: P;
  readonly due: AdjustmentsDue;
  readonly used: ReadonlySet<Province>;
}

function buildProblem<P extends string>(
  index: MapIndex<P>,
  position: Position<P>,
  { order, power, due, used }: Build<P>,
): Illegality | null {
  const location = locationOfUnit(order.unit);
  const province = provinceOf(location);
  const number = index.locationNumbers.get(province);
  const problem = (kind: IllegalityKind, about: Partial<Illegality> = {}): Illegality => ({
    kind,
    order,
    location: province,
    ...about,
  });
  if (number === undefined || !index.locationNumbers.has(location)) return problem('unknown-location', { location });
  if (due.count < 0) return problem('nothing-to-build');
  if (index.homeOf[number] !== index.powerNumbers.get(power)) return problem('build-site-not-home');
  if (!position.centers[power].includes(province)) return problem('build-site-not-owned');
  const occupant = index.powers.flatMap((other) => position.units[other]).find((unit) => provinceOfUnit(unit) === province);
  if (occupant !== undefined) return problem('build-site-occupied', { unit: occupant });
  if (!index.spotOfUnit.has(order.unit)) {
    const isFleetWithoutCoast = order.unit.startsWith('F') && location === province && index.spotAt[FLEET][number] === undefined;
    const hasCoasts = index.provinces[number]?.coasts !== undefined;
    return problem(isFleetWithoutCoast && hasCoasts ? 'coast-missing' : 'unit-cannot-stand-there');
  }
  if (used.has(province)) return problem('build-site-taken');
  return due.count === 0 ? problem('nothing-to-build') : null;
}
