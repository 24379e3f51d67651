import { InvalidOrdersError, InvalidPositionError } from './errors.js';
import type { MapOptions } from './rules-options.js';
import { mapIndexOf } from './rules-options.js';
import { checkPosition } from './values/check-position.js';
import { ORDER_KINDS } from './values/order.js';

/** Arguments of a function that failed. */
export interface Given<P extends string> {
  readonly position: unknown;
  readonly orders?: unknown;
  readonly options: MapOptions<P>;
}

/**
 * Runs a function that trusts its input. If it fails because the input does not have its declared type, the error names the place. A full
 * check before every phase would cost as much as judging it.
 */
export function namingWhatIsWrong<T, P extends string>(given: Given<P>, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof TypeError) {
      complainOfPosition(given);
      complainOfOrders(given);
    }
    throw error;
  }
}

function complainOfPosition<P extends string>({ position, options }: Given<P>): void {
  checkPosition(position, options);
  for (const key of ['units', 'centers', 'retreats'] as const) {
    const byPower = (position as Readonly<Record<string, unknown>>)[key] as Readonly<Record<string, unknown>> | undefined;
    for (const power of mapIndexOf(options).powers) {
      if (byPower?.[power] !== undefined) continue;
      const place = `${key}.${power}`;
      throw new InvalidPositionError(`${place}: there is nothing; checkPosition fills in what a position leaves out.`, { place });
    }
  }
}

function complainOfOrders<P extends string>({ orders, options }: Given<P>): void {
  if (orders === undefined) return;
  if (typeof orders !== 'object' || orders === null)
    throw invalidOrders('orders', 'should hold a list of orders for each power.');
  for (const power of mapIndexOf(options).powers) {
    const own = (orders as Readonly<Record<string, unknown>>)[power];
    if (own === undefined) continue;
    if (!Array.isArray(own)) throw invalidOrders(`orders.${power}`, 'should be a list of orders.');
    own.forEach((order: unknown, at) => {
      if (!isOrder(order))
        throw invalidOrders(`orders.${power}[${at}]`, `${JSON.stringify(order)} is no order; parseOrders makes orders of texts.`);
    });
  }
}

function isOrder(order: unknown): boolean {
  if (typeof order !== 'object' || order === null || !('kind' in order)) return false;
  if (!(ORDER_KINDS as readonly unknown[]).includes(order.kind)) return false;
  const texts = ['unit', 'to', 'target', 'army'].flatMap((key) =>
    key in order ? [(order as Readonly<Record<string, unknown>>)[key]] : [],
  );
  return texts.every((text) => typeof text === 'string') && (order.kind === 'waive' || 'unit' in order);
}

const invalidOrders = (place: string, problem: string) => new InvalidOrdersError(`${place}: ${problem}`, { place });
