import { expect, it } from 'vitest';
import { adjudicate } from '../src/judge/adjudicate.js';
import { adjustmentsDue } from '../src/legal/adjustments-due.js';
import { indexMap } from '../src/map/map-index.js';
import { standardMap } from '../src/map/standard-map.js';
import { parseOrders } from '../src/notation/parse-orders.js';
import { readSavedGame } from '../src/saved-game/read-saved-game.js';
import { savedGameOf } from '../src/saved-game/saved-game-of.js';
import type { PlayedPhase, SavedGame } from '../src/saved-game/saved-game.js';
import { writeSavedGame } from '../src/saved-game/saved-game.js';
import { verifySavedGame } from '../src/saved-game/verify-saved-game.js';
import type { ZobristRow } from '../src/saved-game/zobrist-tables.js';
import { zobristTables } from '../src/saved-game/zobrist-tables.js';
import type { Position } from '../src/values/position.js';
import { startingPosition } from '../src/values/position.js';
import type { Power } from '../src/values/power.js';
import { RULEBOOKS } from '../src/values/rulebooks.js';
import { readData } from './corpus-data.js';

const rulebook = RULEBOOKS['python-compatible'];

it('a saved game of the Python package is written as it was read', () => {
  const value = readData<SavedGame>('saved-game-example.json');
  expect(writeSavedGame(readSavedGame(JSON.stringify(value)))).toBe(JSON.stringify(value));
});

it('a saved game of the Python package holds, phase by phase, under its own rulebook', () => {
  const game = readData<SavedGame>('saved-game-example.json');
  expect(verifySavedGame(game, { rulebook })).toEqual({ phases: 17, hashes: 'agree', mismatches: [], setAside: 0 });
});

it('its orders, played by us, become the same saved game to the letter', () => {
  const game = readData<SavedGame>('saved-game-example.json');
  let position = startingPosition();
  const history = game.phases.map(({ state, orders: written }, i): PlayedPhase => {
    const played = { position, timestampUs: state.timestamp! };
    if (i === game.phases.length - 1) return played;
    const { orders } = parseOrders(position, withWaives(position, written as Readonly<Record<string, readonly string[]>>));
    const adjudication = adjudicate(position, orders, { rulebook });
    position = adjudication.next;
    return { ...played, orders, adjudication };
  });
  const saved = savedGameOf(history, { id: game.id });
  expect(saved.phases.flatMap(({ results }) => results?.['WAIVE'] ?? [])).toHaveLength(4);
  expect(writeSavedGame(waivesLast(saved))).toBe(writeSavedGame(waivesLast(game)));
});

/** The package does not record waived builds: a power that could build and has no order waived its build in this game. */
const withWaives = (position: Position, texts: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(texts).map(([power, own]) => {
      const { count } = adjustmentsDue(position, power as Power);
      const waives = own.length === 0 && position.phase.endsWith('A') && count > 0;
      return [power, waives ? Array.from({ length: count }, () => 'WAIVE') : own];
    }),
  );

/** The sequence of waived builds among other orders is unknown too. */
const waivesLast = (game: SavedGame): SavedGame => ({
  ...game,
  phases: game.phases.map((phase) => {
    const { WAIVE: waived, ...results } = phase.results ?? {};
    return { ...phase, results: { ...results, ...(waived !== undefined && { WAIVE: waived }) } };
  }),
});

it('the numbers behind the hash are those that Python draws', () => {
  const { columns, rows, ...tables } = zobristTables(indexMap(standardMap));
  const data = readData<Record<string, unknown>>('zobrist-standard.json');
  const numbers = (table: readonly ZobristRow[]) =>
    table.map(({ high, low }) => [...high].map((half, i) => String((BigInt(half) << 32n) | BigInt(low[i]!))));
  expect([...columns.keys()]).toEqual(data['locations']);
  expect([...rows.keys()]).toEqual(data['powers']);
  expect(numbers(tables.unitType)).toEqual(data['unit_type']);
  expect(numbers(tables.units)).toEqual(data['units']);
  expect(numbers(tables.dislodgedType)).toEqual(data['dis_unit_type']);
  expect(numbers(tables.dislodgedUnits)).toEqual(data['dis_units']);
  expect(numbers(tables.centers)).toEqual(data['centers']);
  expect(numbers(tables.homes)).toEqual(data['homes']);
});
