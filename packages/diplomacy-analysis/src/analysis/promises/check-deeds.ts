import {
  legalOrdersOfPower,
  parseOrder,
  provinceOf,
  provinceOfUnit,
  unitName,
  standardMap,
  type Order,
} from '@entente/diplomacy-rules';
import type { JudgedOrder, PhaseMaterial } from '../material/phase-material.js';
import type { PressPromise, PromiseCheck, Verdict } from './press-promise.js';
import { isSameOrder } from './same-order.js';

type Deed = Pick<PromiseCheck, 'verdict' | 'explanation' | 'actual'>;

/**
 * A promise to do something, in the phase in which it falls due: kept where it was ordered, whatever the result; broken where
 * something else was; `void` where the unit was not there any more or the rules did not allow it. `null` where it names nothing to look for.
 */
export function checkDeeds(promise: PressPromise, material: PhaseMaterial): PromiseCheck | null {
  const named = promise.orders.flatMap((text) => {
    const parsed = parseOrder(text, { position: material.position, power: promise.promiser });
    return parsed.ok ? [parsed.order] : [];
  });
  const deeds = named.length > 0 ? named.map((order) => checkOrder(order, promise, material)) : deedsInPlaces(promise, material);
  if (deeds.length === 0) return null;
  const decisive = deeds.filter(({ verdict }) => verdict === worst(deeds));
  return {
    verdict: worst(deeds),
    judgedIn: material.phase,
    explanation: decisive.map(({ explanation }) => explanation).join(' '),
    actual: decisive.flatMap(({ actual }) => actual),
  };
}

/** Combines verdicts: broken if any is; otherwise those that could be kept count. */
function worst(deeds: readonly Deed[]): Verdict {
  if (deeds.some(({ verdict }) => verdict === 'broken')) return 'broken';
  return deeds.some(({ verdict }) => verdict === 'kept') ? 'kept' : 'void';
}

function checkOrder(promised: Order, { promiser }: PressPromise, material: PhaseMaterial): Deed {
  const { phase, position, orders } = material;
  if (promised.kind === 'waive') return { verdict: 'void', explanation: 'Nothing is built in a movement phase.', actual: [] };
  const place = provinceOfUnit(promised.unit);
  const own = legalOrdersOfPower(position, promiser).find(({ unit }) => unit !== undefined && provinceOfUnit(unit) === place);
  if (own === undefined) {
    return { verdict: 'void', explanation: `${promiser} had no unit in ${place} in ${phase}.`, actual: [] };
  }
  const given = orders.find(
    ({ power, order }) => power === promiser && order.kind !== 'waive' && provinceOfUnit(order.unit) === place,
  );
  const actual = given === undefined ? [] : [given.text];
  const told = given?.text ?? 'nothing';
  const isKept =
    given !== undefined && (promised.kind === 'hold' ? given.order.kind !== 'move' : isSameOrder(promised, given.order));
  if (isKept) return { verdict: 'kept', explanation: `${promiser} ordered ${told}.`, actual };
  if (!own.orders.some((order) => isSameOrder(promised, order))) {
    const unit = unitName(standardMap, own.unit ?? promised.unit);
    return { verdict: 'void', explanation: `The rules did not allow it to ${unit} in ${phase}.`, actual };
  }
  return { verdict: 'broken', explanation: `Instead ${promiser} ordered ${told}.`, actual };
}

/** Checks a promise about places, such as `I will support you into Munich`: any unit will do. */
function deedsInPlaces({ kind, promiser, promisee, provinces }: PressPromise, material: PhaseMaterial): readonly Deed[] {
  const { orders, position, phase } = material;
  const own = orders.filter(({ power }) => power === promiser);
  const isOfPromisee = (place: string): boolean =>
    promisee === 'GLOBAL' || position.units[promisee].some((unit) => provinceOfUnit(unit) === place);
  const does = ({ order }: JudgedOrder, place: string): boolean => {
    switch (order.kind) {
      case 'move':
        return kind === 'move' && provinceOf(order.to) === place;
      case 'support-move':
        return kind === 'support' && provinceOf(order.to) === place && isOfPromisee(provinceOfUnit(order.target));
      case 'support-hold':
        return kind === 'support' && provinceOfUnit(order.target) === place && isOfPromisee(place);
      case 'convoy':
        return kind === 'convoy' && provinceOf(order.to) === place && isOfPromisee(provinceOfUnit(order.army));
      default:
        return false;
    }
  };
  return provinces.map((place): Deed => {
    if (kind === 'hold') return holding(promiser, place, own, phase);
    const deeds = own.filter((order) => does(order, place));
    const actual = deeds.map(({ text }) => text);
    if (deeds.length > 0) return { verdict: 'kept', explanation: `${promiser} ordered ${actual.join('; ')}.`, actual };
    const legal = legalOrdersOfPower(position, promiser).flatMap((unit) => unit.orders);
    const isPossible = legal.some((order) => does({ power: promiser, order, text: '', explanation: '' }, place));
    return isPossible
      ? { verdict: 'broken', explanation: `No order of ${promiser} in ${phase} does it for ${place}.`, actual }
      : { verdict: 'void', explanation: `No unit of ${promiser} could do it for ${place} in ${phase}.`, actual };
  });
}

function holding(promiser: string, place: string, own: readonly JudgedOrder[], phase: string): Deed {
  const given = own.find(({ order }) => order.kind !== 'waive' && provinceOfUnit(order.unit) === place);
  if (given === undefined)
    return { verdict: 'void', explanation: `${promiser} had no unit in ${place} in ${phase}.`, actual: [] };
  const verdict = given.order.kind === 'move' ? 'broken' : 'kept';
  return { verdict, explanation: `${promiser} ordered ${given.text}.`, actual: [given.text] };
}
