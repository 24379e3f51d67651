import { EMPTY } from '../board/none.js';
import { someAdjustmentDue } from '../legal/adjustments-due.js';
import type { MapIndex } from '../map/map-index.js';
import type { Capture } from '../values/outcome.js';
import type { PhaseParts } from '../values/phase.js';
import { formatPhase } from '../values/phase.js';
import type { GameResult, Position } from '../values/position.js';
import type { ByPower, Power } from '../values/power.js';
import type { Location, Province, Unit } from '../values/unit.js';
import { captureCenters } from './capture-centers.js';

/** The board after the orders of a phase, before the next phase is known. */
export interface AfterOrders<P extends string> extends Pick<Position<P>, 'units' | 'centers'> {
  /** Places to retreat to for each dislodged unit that has any. */
  readonly retreats?: ByPower<Readonly<Record<Unit, readonly Location[]>>, P> | undefined;
}

/** The next position in which there is something to order, and the centres that changed hands on the way. */
export interface Advance<P extends string> {
  readonly position: Position<P>;
  readonly captures: readonly Capture<P>[];
}

/**
 * Advances to the next phase in which there is something to order: retreats if a unit can retreat, adjustments after Fall if a power can
 * build or has to remove, otherwise movement. After Fall centres change owners, which may end the game.
 */
export function nextPhase<P extends string>(
  index: MapIndex<P>,
  { season, year, type }: PhaseParts,
  after: AfterOrders<P>,
): Advance<P> {
  const { units, centers } = after;
  const idle = noRetreats(index);
  if (after.retreats !== undefined) {
    return {
      position: { phase: formatPhase({ season, year, type: 'R' }), units, centers, retreats: after.retreats },
      captures: EMPTY,
    };
  }
  if (type === 'A')
    return {
      position: { phase: formatPhase({ season: 'S', year: year + 1, type: 'M' }), units, centers, retreats: idle },
      captures: EMPTY,
    };
  if (season === 'S')
    return {
      position: { phase: formatPhase({ season: 'F', year, type: 'M' }), units, centers, retreats: idle },
      captures: EMPTY,
    };
  const counted = captureCenters(index, { units, centers });
  const { centers: owned, captures } = counted;
  const result = winnerOf(index, owned);
  if (result !== undefined) return { position: { phase: 'COMPLETED', units, centers: owned, retreats: idle, result }, captures };
  const someAdjust = someAdjustmentDue(index, { units, centers: owned });
  const phase = someAdjust
    ? formatPhase({ season: 'W', year, type: 'A' })
    : formatPhase({ season: 'S', year: year + 1, type: 'M' });
  return { position: { phase, units, centers: owned, retreats: idle }, captures };
}

const idleRetreats = new WeakMap<MapIndex, ByPower<Readonly<Record<Unit, readonly Location[]>>, string>>();

/** Returns empty retreats for every power. One shared object for each map. */
function noRetreats<P extends string>(index: MapIndex<P>): ByPower<Readonly<Record<Unit, readonly Location[]>>, P> {
  let idle = idleRetreats.get(index);
  if (idle === undefined) {
    idle = Object.freeze(Object.fromEntries(index.powers.map((power) => [power, Object.freeze({})])));
    idleRetreats.set(index, idle);
  }
  return idle;
}

function winnerOf<P extends string>(index: MapIndex<P>, centers: ByPower<readonly Province[], P>): GameResult<P> | undefined {
  let winner: P | undefined;
  let most = index.map.victoryCenters - 1;
  for (const power of index.powers) {
    const { length } = centers[power];
    if (length > most) winner = power;
    else if (length === most) winner = undefined;
    most = Math.max(most, length);
  }
  return winner === undefined ? undefined : { kind: 'solo', winner };
}

/**
 * Ends a game as a draw between some powers, by agreement or because time is up. The board stays as it is, without units that were about to
 * retreat.
 */
export function drawGame<P extends string = Power>(position: Position<P>, powers: readonly P[]): Position<P> {
  const nobody = Object.keys(position.retreats).map((power) => [power, {}]);
  const retreats = Object.fromEntries(nobody) as Position<P>['retreats'];
  return { ...position, phase: 'COMPLETED', retreats, result: { kind: 'draw', powers } };
}
