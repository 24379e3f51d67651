import type { Bot } from '../src/bots/random-bot.js';
import { adjudicate } from '../src/judge/adjudicate.js';
import type { GameMap } from '../src/map/game-map.js';
import { standardMap } from '../src/map/standard-map.js';
import type { Adjudication } from '../src/values/adjudication.js';
import type { LegalOrder } from '../src/values/order.js';
import { parsePhase } from '../src/values/phase.js';
import type { Position } from '../src/values/position.js';
import { startingPosition } from '../src/values/position.js';
import type { ByPower, Power } from '../src/values/power.js';

interface Game<P extends string> {
  readonly botOf: (power: P) => Bot<P>;
  readonly random: () => number;
  /** The last year that is played. */
  readonly lastYear: number;
  readonly map?: GameMap<P>;
  readonly onPhase?: (position: Position<P>, orders: ByPower<readonly LegalOrder[], P>, adjudication: Adjudication<P>) => void;
}

/** Plays a game from the start until a power has won or the last year is over, and returns the final position. */
export function playGame<P extends string = Power>({ botOf, random, lastYear, map, onPhase }: Game<P>): Position<P> {
  const board = map ?? (standardMap as unknown as GameMap<P>);
  let position = startingPosition(board);
  for (let year = 0; year <= lastYear; year = parsePhase(position.phase)?.year ?? Infinity) {
    const orders = Object.fromEntries(
      board.powers.map(({ id }) => [id, botOf(id)(position, id, { random, map: board })]),
    ) as unknown as ByPower<readonly LegalOrder[], P>;
    const adjudication = adjudicate(position, orders, { map: board });
    onPhase?.(position, orders, adjudication);
    position = adjudication.next;
  }
  return position;
}
