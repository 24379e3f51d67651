import { provinceOf, provinceOfUnit, type Power, type Province } from '@entente/diplomacy-rules';
import type { JudgedOrder, PhaseMaterial } from '../material/phase-material.js';

/**
 * Finds a power's orders against places: moves into them, and supports and convoys of other moves into them. Support for the spared power's
 * own moves is no attack on it.
 */
export function attacksOn(
  { orders, position }: PhaseMaterial,
  by: Power,
  { places, spared }: { readonly places: ReadonlySet<Province>; readonly spared: Power | null },
): readonly JudgedOrder[] {
  const isInvited = (from: Province, to: Province): boolean =>
    orders.some(
      ({ power, order }) =>
        power === spared && order.kind === 'support-move' && provinceOfUnit(order.target) === from && provinceOf(order.to) === to,
    );
  const isOwnUnitOfSpared = (at: Province): boolean =>
    spared !== null && position.units[spared].some((unit) => provinceOfUnit(unit) === at);
  return orders.filter(({ power, order }) => {
    if (power !== by) return false;
    switch (order.kind) {
      case 'move': {
        const to = provinceOf(order.to);
        return places.has(to) && !isInvited(provinceOfUnit(order.unit), to);
      }
      case 'support-move':
      case 'convoy': {
        const helped = provinceOfUnit(order.kind === 'convoy' ? order.army : order.target);
        const to = provinceOf(order.to);
        return places.has(to) && !isOwnUnitOfSpared(helped) && !isInvited(helped, to);
      }
      default:
        return false;
    }
  });
}

/** Places where a power can be attacked: locations of its units, and its centres. */
export const placesOf = ({ position }: PhaseMaterial, power: Power): ReadonlySet<Province> =>
  new Set([...position.units[power].map(provinceOfUnit), ...position.centers[power]]);
