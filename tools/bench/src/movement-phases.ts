import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { OrdersByPower, Phase, Position, Power } from '@entente/diplomacy-rules';
import { adjudicate, parseOrders, POWERS, randomBot, seededRandom, startingPosition } from '@entente/diplomacy-rules';

/** A movement phase and its orders, read. */
export interface MovementPhase {
  readonly position: Position;
  readonly orders: OrdersByPower;
}

/** A line of the file of real positions: `units`, `centers` and `orders` by power. */
interface RecordedPhase {
  readonly name: Phase;
  readonly units: Partial<Position['units']>;
  readonly centers: Partial<Position['centers']>;
  readonly orders: Partial<Readonly<Record<Power, readonly string[]>>>;
}

/** The phases of a `.jsonl.gz` file, their orders parsed. */
export async function recordedPhases(file: string): Promise<readonly MovementPhase[]> {
  const phases: MovementPhase[] = [];
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    const { name, units, centers, orders } = JSON.parse(line) as RecordedPhase;
    const position: Position = {
      phase: name,
      units: byPower((power) => units[power] ?? []),
      centers: byPower((power) => centers[power] ?? []),
      retreats: byPower(() => ({})),
    };
    phases.push({ position, orders: parseOrders(position, orders).orders });
  }
  return phases;
}

/** The first movement phases of games of random orders up to 1910; the same for the same seed. */
export function playedPhases(count: number, seed: string): readonly MovementPhase[] {
  const phases: MovementPhase[] = [];
  const random = seededRandom(seed);
  let position = startingPosition();
  while (phases.length < count) {
    const orders: OrdersByPower = byPower((power) => randomBot(position, power, { random }));
    if (position.phase.endsWith('M')) phases.push({ position, orders });
    const { next } = adjudicate(position, orders);
    position = next.phase === 'COMPLETED' || next.phase.includes('1911') ? startingPosition() : next;
  }
  return phases;
}

const byPower = <T>(valueOf: (power: Power) => T): Readonly<Record<Power, T>> =>
  Object.fromEntries(POWERS.map((power) => [power, valueOf(power)])) as Record<Power, T>;
