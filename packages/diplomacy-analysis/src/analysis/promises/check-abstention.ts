import { provinceOfUnit, type Province } from '@entente/diplomacy-rules';
import type { PhaseMaterial } from '../material/phase-material.js';
import { attacksOn, placesOf } from './attacks-on.js';
import type { PressPromise, PromiseCheck } from './press-promise.js';

/**
 * A promise not to do something, over every phase that it covers: broken by the first order against it, bounced or not; `null` where it names
 * neither places nor a power.
 */
export function checkAbstention(promise: PressPromise, covered: readonly PhaseMaterial[]): PromiseCheck | null {
  const { kind, promiser, provinces, spares } = promise;
  if (provinces.length === 0 && (kind === 'demilitarize' || spares === null)) return null;
  for (const material of covered) {
    const { phase, position } = material;
    if (position.units[promiser].length === 0) {
      const explanation = `${promiser} had no unit left in ${phase}.`;
      return { verdict: 'void', judgedIn: phase, explanation, actual: [] };
    }
    const places = provinces.length > 0 ? new Set(provinces) : spares === null ? new Set<Province>() : placesOf(material, spares);
    const against = [
      ...attacksOn(material, promiser, { places, spared: kind === 'no-attack' ? spares : null }),
      ...(kind === 'demilitarize' ? staying(material, promise) : []),
    ];
    if (against.length > 0) {
      const actual = against.map(({ text }) => text);
      return { verdict: 'broken', judgedIn: phase, explanation: `In ${phase} ${promiser} ordered ${actual.join('; ')}.`, actual };
    }
  }
  const last = covered.at(-1);
  if (last === undefined) return null;
  const what = provinces.length > 0 ? provinces.join(', ') : `${spares ?? ''}`;
  const span = covered.length === 1 ? `in ${last.phase}` : `through ${last.phase}`;
  return { verdict: 'kept', judgedIn: last.phase, explanation: `${promiser} gave no order against ${what} ${span}.`, actual: [] };
}

/** Units in places that were to be empty, without an order to leave. */
const staying = ({ orders }: PhaseMaterial, { promiser, provinces }: PressPromise): PhaseMaterial['orders'] =>
  orders.filter(
    ({ power, order }) =>
      power === promiser && order.kind !== 'move' && order.kind !== 'waive' && provinces.includes(provinceOfUnit(order.unit)),
  );
