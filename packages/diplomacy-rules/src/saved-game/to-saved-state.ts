import type { MapIndex } from '../map/map-index.js';
import type { PhaseType } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { Unit } from '../values/unit.js';
import { provinceOfUnit } from '../values/unit.js';
import type { BoardLedger } from './board-ledger.js';
import type { SavedBuilds, SavedState } from './saved-game.js';
import { zobristHash } from './zobrist-hash.js';

/** Game and time of a state. */
export interface StateHeader {
  readonly gameId: string;
  readonly rules: readonly string[];
  /** In microseconds since 1970. */
  readonly timestampUs: number;
  /** Type of the phase; for a game that is over, of the phase in which it ended. */
  readonly type: PhaseType | undefined;
}

/** Converts a position to the state of a saved phase, with keys and lists in the sequence of the Python package. */
export function toSavedState<P extends string>(
  board: MapIndex<P>,
  position: Position<P>,
  ledger: BoardLedger,
  { gameId, rules, timestampUs, type }: StateHeader,
): SavedState {
  const byPower = <T>(value: (power: P) => T) => Object.fromEntries(board.powers.map((power) => [power, value(power)]));
  const occupied = new Set(board.powers.flatMap((power) => position.units[power].map(provinceOfUnit)));
  const homesOf = new Map<string, readonly string[]>(board.map.powers.map(({ id, homes }) => [id, homes]));
  return {
    timestamp: timestampUs,
    zobrist_hash: zobristHash(position, { map: board.map }),
    note: noteOf(position),
    name: position.phase,
    units: byPower((power) => [
      ...(ledger.units.get(power) ?? []),
      ...(Object.keys(position.retreats[power]) as Unit[]).map((unit) => `*${unit}`),
    ]),
    retreats: byPower((power) => ({ ...position.retreats[power] })),
    centers: byPower((power) => ledger.centers.get(power) ?? []),
    homes: byPower((power) => homesOf.get(power) ?? []),
    influence: byPower((power) => ledger.influence.get(power) ?? []),
    civil_disorder: byPower(() => 0),
    builds: byPower((power) => buildsOf(position, power, { homes: homesOf.get(power) ?? [], occupied, isWinter: type === 'A' })),
    game_id: gameId,
    map: board.map.name,
    rules,
  };
}

function noteOf<P extends string>({ result }: Position<P>): string {
  if (result === undefined) return '';
  const victors = result.kind === 'solo' ? [result.winner] : result.powers;
  return `Victory by: ${victors.map((power) => power.slice(0, 3)).join(', ')}`;
}

function buildsOf<P extends string>(
  position: Position<P>,
  power: P,
  {
    homes,
    occupied,
    isWinter,
  }: { readonly homes: readonly string[]; readonly occupied: ReadonlySet<string>; readonly isWinter: boolean },
): SavedBuilds {
  const count = isWinter ? position.centers[power].length - position.units[power].length : 0;
  if (count <= 0) return { count, homes: [] };
  const sites = homes.filter((home) => position.centers[power].includes(home) && !occupied.has(home));
  return { count: Math.min(sites.length, count), homes: sites };
}
