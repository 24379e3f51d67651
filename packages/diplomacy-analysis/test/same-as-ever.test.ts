import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { greedyBot, POWERS } from '@entente/diplomacy-rules';
import { createMemoryStore } from '@entente/simulation-core';
import type { Table } from '@entente/studies/tables';
import { expect, it } from 'vitest';
import { gameRow } from '../src/comparison/game-rows.js';
import { ANALYSIS_FORMATS, analysisFile } from '../src/data-files/analysis-file.js';
import { readAnalyzedGame } from '../src/data-files/analyzed-game.js';
import { measurePhases } from '../src/games/measure-phases.js';
import { ARTEFACTS, writeArtefacts } from '../src/node/write-artefacts.js';
import { gameTables } from '../src/tables/game-tables.js';
import { phasesTable } from '../src/tables/phases-table.js';
import { playFileGame } from '../src/testing/file-game.js';
import { playPressGame } from '../src/testing/press-game.js';

/*
 * Guards the figures of every table and file of two fixed games, down to the last digit; titles and notes may be worded anew. A digest
 * changes on purpose only: `npx vitest run --update` writes it, and the changelog tells what readers of the file will see.
 */
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The cells of a table, as files have them and as people see them. */
function textOf({ columns, rows, name, forFiles }: Table): string {
  const formatted = rows.map((row) =>
    columns.map(({ key, format }) => {
      const value = row[key];
      return value === null || value === undefined || typeof value === 'boolean' ? '' : (format?.(value, row) ?? '');
    }),
  );
  return JSON.stringify([name, forFiles, columns.map(({ key, align }) => [key, align]), rows, formatted]);
}
const digestsOf = (tables: readonly Table[]): Readonly<Record<string, string>> =>
  Object.fromEntries(tables.map((table) => [table.name, digestOf(textOf(table))]));

it('gives the same tables for the same games', async () => {
  const game = await playPressGame();
  const silent = await playPressGame({ runId: 'silent', seed: '2', settings: { negotiationRounds: 0, maxYear: 1901 } });
  const [one, two] = [gameTables([game]), gameTables([game, silent])];
  expect({ one: digestsOf(one), two: digestsOf(two) }).toMatchInlineSnapshot(`
    {
      "one": {
        "centers": "960dc45addd4",
        "centers-by-game": "2ee2a6882332",
        "dropped-messages": "a8a1d1ca6c98",
        "order-texts": "b7af3685828e",
        "orders": "4f9e6d0497c4",
        "orders-by-model": "648c7e90c249",
        "press": "3aa9e9cc3ba6",
        "relationships": "f894d24e0e38",
        "standings": "833b56c931af",
      },
      "two": {
        "centers": "2293d78b0bdd",
        "centers-by-game": "649779b178b9",
        "dropped-messages": "a8a1d1ca6c98",
        "order-texts": "34f21e153859",
        "orders": "6891fe641195",
        "orders-by-model": "d41d5ebe2703",
        "press": "a7f919f3fbe3",
        "relationships": "f894d24e0e38",
        "standings": "5e921c55f93f",
      },
    }
  `);
});

it('gives the same measures for the same games', async () => {
  const game = await playPressGame();
  const rows = [gameRow(game, 'press', POWERS), gameRow(game, 'press', ['FRANCE', 'ITALY']), gameRow(game, 'press', [])];
  const measured = await measurePhases(game.entries, () => 0.5);
  const tables = digestsOf([phasesTable([measured]), phasesTable([measured, measured])]);
  expect([digestOf(JSON.stringify(rows)), digestOf(JSON.stringify(measured)), tables]).toMatchInlineSnapshot(`
    [
      "10c5f4de4a4b",
      "9530bfaebf5f",
      {
        "phases": "af818ee09478",
      },
    ]
  `);
});

it('writes the same files for the same game', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'same-as-ever-'));
  try {
    const store = createMemoryStore();
    const { entries } = await playFileGame({ store, bot: greedyBot });
    const digests: Record<string, string> = {};
    for (const diariesInSave of [false, true]) {
      await writeArtefacts({ store, runId: 'game', folder, options: { diariesInSave, costOf: () => 0.5, named: 'runs/game' } });
      for (const name of ARTEFACTS.filter((each) => each !== 'game_manifesto.txt'))
        digests[`${name}${diariesInSave ? ' with diaries' : ''}`] = digestOf(await readFile(join(folder, name), 'utf8'));
    }
    const analyzed = await readAnalyzedGame('game', entries);
    for (const format of ANALYSIS_FORMATS) {
      const { columns, rows } = analysisFile(format, [analyzed]);
      digests[format] = digestOf(JSON.stringify([columns, rows]));
    }
    expect(digests).toMatchInlineSnapshot(`
      {
        "game-analysis": "01251b56e590",
        "general_game.log": "87c77c342bf8",
        "general_game.log with diaries": "87c77c342bf8",
        "llm_responses.csv": "eada63b9cee3",
        "llm_responses.csv with diaries": "eada63b9cee3",
        "lmvsgame.json": "4c1adafb64e3",
        "lmvsgame.json with diaries": "027522d0928d",
        "orders-data": "5e09334d7d0a",
        "overview.jsonl": "a0fb4658efc0",
        "overview.jsonl with diaries": "a0fb4658efc0",
        "phase-analysis": "d8b7eae12c30",
        "phase-data": "6054d08c8356",
      }
    `);
  } finally {
    await rm(folder, { recursive: true });
  }
});
