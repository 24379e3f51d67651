import type { OrdersByPower, Position } from '@entente/diplomacy-rules';
import { adjudicate, POWERS, randomBot, seededRandom, startingPosition } from '@entente/diplomacy-rules';

/** Returns the positions of a game of seven random powers, in order, with every kind of phase. The same seed gives the same game. */
export function randomPositions(seed: number, count: number): readonly Position[] {
  const random = seededRandom(seed);
  const positions: Position[] = [startingPosition()];
  while (positions.length < count) {
    const position = positions.at(-1)!;
    if (position.phase === 'COMPLETED') break;
    const orders = Object.fromEntries(POWERS.map((power) => [power, randomBot(position, power, { random })])) as OrdersByPower;
    positions.push(adjudicate(position, orders).next);
  }
  return positions;
}
