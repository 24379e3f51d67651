import type { Power, Province } from '@entente/diplomacy-rules';
import { provinceOf } from '@entente/diplomacy-rules';
import type { Commitments } from './commitments.js';
import { pick } from './pick.js';
import type { Board } from './read-board.js';
import { goalOf, type OrderText, readOrderText } from './read-order-text.js';
import type { Reading } from './read-prompt.js';
import { movesTo } from './surroundings.js';

/**
 * Adapts a sketch of movement orders to commitments: promised orders stay, moves to closed places are taken back together with orders that
 * relied on them, and units that are then free do the best that is left.
 * @param whimsy probability that one unit does something else than the best, from 0 to 1
 * @returns one legal order for each unit
 */
export function bendOrders(
  sketch: readonly string[],
  commitments: Commitments,
  { whimsy, ...mind }: Omit<Judging, 'commitments'> & { readonly whimsy: number },
): readonly string[] {
  const { reading, random } = mind;
  const options = new Map<string, OrderText[]>();
  for (const text of reading.legalOrders) {
    const order = readOrderText(text);
    const known = options.get(order.unit);
    if (known === undefined) options.set(order.unit, [order]);
    else known.push(order);
  }
  const sheet = new Map<string, OrderText>();
  for (const text of [...sketch, ...commitments.orders]) {
    const order = readOrderText(text);
    if (options.has(order.unit)) sheet.set(order.unit, order);
  }
  const fixed = new Set(commitments.orders.map((text) => readOrderText(text).unit));
  const whim = random() < whimsy ? pick([...options.keys(), ''], random) : '';
  if (!fixed.has(whim)) sheet.delete(whim);
  for (let freed = true; freed;) {
    freed = false;
    for (const [unit, order] of sheet) {
      if (fixed.has(unit) || !isUntenable(order, sheet, { own: options, fixed, closed: commitments.closed })) continue;
      sheet.delete(unit);
      freed = true;
    }
  }
  const open = [...options.keys()].filter((unit) => !sheet.has(unit));
  for (const unit of open) {
    const best = bestOf(options.get(unit) ?? [], sheet, { judging: { ...mind, commitments }, noise: unit === whim ? WHIM : 1 });
    if (best !== undefined) sheet.set(unit, best);
  }
  return [...options.keys()].flatMap((unit) => sheet.get(unit)?.text ?? []);
}

/** Whether an order goes to a closed place, or relies on an own order that is not there. */
function isUntenable(
  order: OrderText,
  sheet: ReadonlyMap<string, OrderText>,
  {
    own,
    fixed,
    closed,
  }: { readonly own: ReadonlyMap<string, unknown>; readonly fixed: ReadonlySet<string>; readonly closed: ReadonlySet<Province> },
): boolean {
  const goal = goalOf(order);
  if (goal !== undefined && closed.has(goal)) return true;
  switch (order.kind) {
    case 'move': {
      const isCarried =
        !order.viaConvoy ||
        [...sheet.values()].some(({ kind, target, to }) => kind === 'convoy' && target === order.unit && to === order.to);
      return (
        !isCarried ||
        [...sheet.values()].some((other) => other.unit !== order.unit && fixed.has(other.unit) && placeAfter(other) === goal)
      );
    }
    case 'support-move':
    case 'convoy': {
      if (!own.has(order.target ?? '')) return false;
      const helped = sheet.get(order.target ?? '');
      return helped?.kind !== 'move' || goalOf(helped) !== goal;
    }
    case 'support-hold': {
      const helped = sheet.get(order.target ?? '');
      return helped?.kind === 'move';
    }
    default:
      return false;
  }
}

/** Returns the place of a unit if its order succeeds. */
const placeAfter = (order: OrderText): Province =>
  order.kind === 'move' ? (goalOf(order) ?? '') : provinceOf(order.unit.slice(2));

interface Judging {
  readonly reading: Reading;
  /** Power whose centres are wanted a little more than others. */
  readonly target: Power | null;
  readonly commitments: Commitments;
  readonly random: () => number;
}

/** Maximum that chance adds to the worth of a whimsical order; otherwise chance only decides between equals. */
const WHIM = 45;

function bestOf(
  options: readonly OrderText[],
  sheet: ReadonlyMap<string, OrderText>,
  { judging, noise }: { readonly judging: Judging; readonly noise: number },
): OrderText | undefined {
  let best: OrderText | undefined;
  let most = -Infinity;
  const taken = new Set([...sheet.values()].map(placeAfter));
  const wanted = wantedCenters(judging);
  for (const order of options) {
    const worth = worthOf(order, { sheet, taken, wanted, ...judging }) + noise * judging.random();
    if (worth > most) [best, most] = [order, worth];
  }
  return best;
}

/** Centres that are neither ours nor closed. */
function wantedCenters({ reading: { board, self }, commitments: { closed } }: Judging): readonly Province[] {
  if (board === null) return [];
  const foreign = [...board.owners].filter(([, power]) => power !== self).map(([center]) => center);
  return [...board.neutral, ...foreign].filter((center) => !closed.has(center));
}

interface Sight extends Judging {
  readonly sheet: ReadonlyMap<string, OrderText>;
  readonly taken: ReadonlySet<Province>;
  readonly wanted: readonly Province[];
}

const NEVER = -1000;

function worthOf(order: OrderText, { sheet, taken, wanted, reading, commitments, target }: Sight): number {
  const { board, self } = reading;
  const at = provinceOf(order.unit.slice(2));
  const goal = goalOf(order);
  if (goal !== undefined && commitments.closed.has(goal)) return NEVER;
  switch (order.kind) {
    case 'hold':
      return taken.has(at) ? NEVER / 2 : 4 + (wanted.includes(at) ? 60 : 0) + (isThreatened(board, self, at) ? 8 : 0);
    case 'move': {
      if (goal === undefined || order.viaConvoy || taken.has(goal)) return NEVER;
      const holder = board?.occupants.get(goal);
      if (holder?.power === self && !sheet.has(holder.unit)) return NEVER / 4;
      const prize = wanted.includes(goal) ? 60 : 30 * 0.5 ** nearest(`${order.unit.slice(0, 2)}${order.to ?? ''}`, wanted);
      const spite = target !== null && (holder?.power ?? board?.owners.get(goal)) === target ? 12 : 0;
      return (holder === undefined ? 1 : 0.25) * prize + spite - (wanted.includes(at) ? 60 : 0);
    }
    case 'support-move': {
      const helped = sheet.get(order.target ?? '');
      if (helped?.kind !== 'move' || goalOf(helped) !== goal) return NEVER;
      return 22;
    }
    case 'support-hold': {
      const helped = sheet.get(order.target ?? '');
      const whose = board?.occupants.get(provinceOf((order.target ?? '').slice(2)))?.power;
      if (whose === self)
        return helped === undefined || helped.kind === 'move'
          ? NEVER
          : isThreatened(board, self, provinceOf((order.target ?? '').slice(2)))
            ? 14
            : 3;
      return whose !== undefined && commitments.spared.has(whose) ? 6 : NEVER / 2;
    }
    default:
      return NEVER;
  }
}

function nearest(unit: string, centers: readonly Province[]): number {
  return Math.min(8, ...centers.map((center) => movesTo(unit as `A ${string}`, center)));
}

function isThreatened(board: Board | null, self: string, province: Province): boolean {
  if (board?.owners.get(province) !== self) return false;
  for (const { power, unit } of board.occupants.values()) if (power !== self && movesTo(unit, province) === 1) return true;
  return false;
}
