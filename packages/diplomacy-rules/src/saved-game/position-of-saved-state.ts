import type { MapIndex } from '../map/map-index.js';
import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import { checkPosition } from '../values/check-position.js';
import type { GameResult, Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import { provinceOf } from '../values/unit.js';
import { endingOf } from './ending-of.js';
import type { SavedState } from './saved-game.js';

/**
 * Reads the position of a saved state. Dislodged units (`*A MAR`) go to `retreats`, without occupied places, which the Python package lists
 * after some convoys although it allows no retreat there. The result of the game is read from `note`.
 * @throws {InvalidPositionError} With the wrong place in its message, or the phase if it has no position (`FORMING`).
 */
export function positionOfSavedState<P extends string = Power>(state: SavedState, options: MapOptions<P> = {}): Position<P> {
  const board = mapIndexOf(options);
  const standing: Record<string, readonly string[]> = {};
  const retreats: Record<string, Record<string, readonly string[]>> = {};
  const occupied = new Set<string>();
  for (const [power, units] of Object.entries(state.units)) {
    standing[power] = units.filter((unit) => !unit.startsWith('*'));
    for (const unit of standing[power]) occupied.add(provinceOf(unit.slice(2)));
  }
  for (const [power, units] of Object.entries(state.units)) {
    const listed = state.retreats?.[power] ?? {};
    const dislodged = units.filter((unit) => unit.startsWith('*')).map((unit) => unit.slice(1));
    retreats[power] = Object.fromEntries(
      [...new Set([...dislodged, ...Object.keys(listed)])].map((unit) => [
        unit,
        (listed[unit] ?? []).filter((location) => !occupied.has(provinceOf(location))),
      ]),
    );
  }
  const position = { phase: state.name, units: standing, centers: state.centers, retreats };
  if (state.name !== 'COMPLETED') return checkPosition(position, options);
  return checkPosition({ ...position, result: resultOf(state, board) }, options);
}

/** `Victory by: FRA, GER` names powers by three letters. */
function resultOf<P extends string>({ note = '', units, centers }: SavedState, board: MapIndex<P>): GameResult<P> {
  const letters = note.replace(/^Victory by:/, '').split(',');
  const named = board.powers.filter((power) => letters.some((start) => start.trim() === power.slice(0, 3)));
  const [winner, ...others] = named;
  if (winner !== undefined && others.length === 0) return { kind: 'solo', winner };
  return winner === undefined ? endingOf(board, { units, centers }) : { kind: 'draw', powers: named };
}
