import { POWERS, type Position, type Power } from '@entente/diplomacy-rules';
import type { StoryPhase } from './game-story';

/** Names of the units in one position: by `A PAR`, or `*A PAR` for a dislodged unit, the name that a unit keeps over the game. */
export type UnitNames = ReadonlyMap<string, string>;

/**
 * Follows every unit through a game, so that the board can move it instead of drawing another.
 * @returns for each phase the names of the units on its board
 */
export function trackUnits(phases: readonly StoryPhase[]): readonly UnitNames[] {
  const tracks: UnitNames[] = [];
  let went = new Map<string, string>();
  for (const [at, phase] of phases.entries()) {
    const names = new Map<string, string>();
    for (const key of keysOf(phase.position)) names.set(key.slice(key.indexOf(' ') + 1), went.get(key) ?? `${at} ${key}`);
    tracks.push(names);
    went = destinations(phase, names);
  }
  return tracks;
}

/** Key of each unit on the board: power, then the unit. */
function* keysOf({ units, retreats }: Position): Generator<string> {
  for (const power of POWERS) {
    for (const unit of units[power]) yield `${power} ${unit}`;
    for (const unit of Object.keys(retreats[power])) yield `${power} *${unit}`;
  }
}

const MOVED = /^(([AF]) \S+) ([-R]) (\S+)/;

/** Places of the units after a phase. */
function destinations({ position, results }: StoryPhase, names: UnitNames): Map<string, string> {
  const went = new Map<string, string>();
  const orders = new Map(results.map((result) => [`${result.power} ${result.order.split(' ').slice(0, 2).join(' ')}`, result]));
  const go = (power: Power, unit: string, isRetreating: boolean): void => {
    const name = names.get(isRetreating ? `*${unit}` : unit);
    if (name === undefined) return;
    const result = orders.get(`${power} ${unit}`);
    const [, , type, sign, to] = MOVED.exec(result?.order ?? '') ?? [];
    const hasMoved = result?.results.length === 0 && sign === (isRetreating ? 'R' : '-');
    const isDislodged = result?.results.includes('dislodged') ?? false;
    if (hasMoved) went.set(`${power} ${type} ${to}`, name);
    else went.set(isDislodged ? `${power} *${unit}` : `${power} ${unit}`, name);
  };
  for (const power of POWERS) {
    for (const unit of position.units[power]) go(power, unit, false);
    for (const unit of Object.keys(position.retreats[power])) go(power, unit, true);
  }
  return went;
}
