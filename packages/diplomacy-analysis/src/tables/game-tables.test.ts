import { applyGameFact, type GameFact, initialGameState } from '@entente/diplomacy-game/state';
import { POWERS } from '@entente/diplomacy-rules';
import type { Row, Table } from '@entente/studies/tables';
import { beforeAll, describe, expect, it } from 'vitest';
import { gameRow } from '../comparison/game-rows.js';
import { measurePhases } from '../games/measure-phases.js';
import { playPressGame } from '../testing/press-game.js';
import { centersCurves } from './centers-table.js';
import { gameTables } from './game-tables.js';
import { phasesTable } from './phases-table.js';

let game: Awaited<ReturnType<typeof playPressGame>>;
let silent: Awaited<ReturnType<typeof playPressGame>>;
beforeAll(async () => {
  game = await playPressGame();
  silent = await playPressGame({ runId: 'silent', seed: '2', settings: { negotiationRounds: 0, maxYear: 1901 } });
});

const tableOf = (games: Parameters<typeof gameTables>[0], name: string): Table => {
  const table = gameTables(games).find((each) => each.name === name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
};
const rowOf = (table: Table, key: string, value: string): Row | undefined => table.rows.find((row) => row[key] === value);

describe('standings', () => {
  it('have the most centres first, and three scores of a game that is over', () => {
    const { rows, note } = tableOf([game], 'standings');
    const centers = rows.map((row) => Number(row['centers']));
    expect(centers).toEqual([...centers].sort((a, b) => b - a));
    for (const row of rows) expect(row['score']).toBe(2 + Number(row['centers']));
    expect(rows.reduce((sum, row) => sum + Number(row['sumOfSquares']), 0)).toBeCloseTo(1);
    expect(note).toContain('No score is missing.');
  });

  it('have no scores of a game that goes on, and say so', () => {
    const { rows, note } = tableOf([{ ...game, state: { ...game.state, ended: null } }], 'standings');
    expect(rows.map(({ score, sumOfSquares, drawSize }) => [score, sumOfSquares, drawSize])).toEqual(
      Array(7).fill([null, null, null]),
    );
    expect(note).toContain('1 of 1 games is not over');
  });

  it('name the run where there are several', () => {
    expect(tableOf([game], 'standings').columns.map(({ key }) => key)).not.toContain('run');
    expect(tableOf([game, silent], 'standings').columns.map(({ key }) => key)).toContain('run');
  });
});

describe('centres by year', () => {
  it('are means over the games that got so far, with their number in the note', () => {
    const { rows, note, columns } = tableOf([game, silent], 'centers');
    expect(columns.map(({ title }) => title)).toEqual(['power', expect.stringMatching(/^0 to /), 'start', '1901', '1902']);
    expect(rows.reduce((sum, row) => sum + Number(row['1900']), 0)).toBe(22);
    expect(rows.find(({ power }) => power === 'Russia')?.['1902']).toBe(game.state.position.centers.RUSSIA.length);
    expect(note).toContain('1902 is of 1');
  });
});

describe('centres by game', () => {
  it('are those of each game, power and year, for files alone', () => {
    const { rows, forFiles } = tableOf([game, silent], 'centers-by-game');
    expect(forFiles).toBe(true);
    const russia = rows.filter(({ run, power, year }) => run === game.runId && power === 'Russia' && year === 1902);
    expect(russia.map(({ centers }) => centers)).toEqual([game.state.position.centers.RUSSIA.length]);
    expect(new Set(rows.map(({ power }) => power)).size).toBe(7);
  });
});

describe('orders', () => {
  it('are counted by kind, with shares only where there were any', () => {
    const table = tableOf([game], 'orders');
    expect(table.rows.map(({ kind }) => kind)).toContain('moves');
    for (const row of table.rows) expect(row['success']).toBeCloseTo(Number(row['succeeded']) / Number(row['written']));
    const byModel = tableOf([game], 'orders-by-model');
    expect(rowOf(byModel, 'model', 'toy:one')?.['retreats']).toBeNull();
    expect(byModel.note).toMatch(/\d+ shares missing/);
  });

  it('are sorted into valid at once, repaired and defaulted', () => {
    const table = tableOf([game], 'order-texts');
    expect(rowOf(table, 'model', 'bot:greedy')).toMatchObject({ seats: 4, repaired: 0, defaulted: 0, validShare: 1 });
    expect(rowOf(table, 'model', 'toy:one')).toMatchObject({ seats: 1, defaulted: 0, illegal: 0 });
    expect(Number(rowOf(table, 'model', 'toy:one')?.['repaired'])).toBeGreaterThan(0);
    expect(Number(rowOf(table, 'model', 'toy:two')?.['defaulted'])).toBeGreaterThan(0);
  });
});

describe('press', () => {
  it('is summed over games with press, without counting the others as silent', () => {
    const alone = tableOf([game], 'press');
    const both = tableOf([game, silent], 'press');
    expect(rowOf(both, 'power', 'France')).toMatchObject({ games: 1, private: 4, perRound: 1 });
    expect(both.rows.map(({ private: sent }) => sent)).toEqual(alone.rows.map(({ private: sent }) => sent));
    expect(both.note).toContain('1 game without press is left out.');
    expect(tableOf([silent], 'press')).toMatchObject({
      rows: [],
      note: expect.stringContaining('Played without press.') as string,
    });
  });

  it('has no mean length and no share of unanswered messages where nothing was sent', () => {
    expect(rowOf(tableOf([game], 'press'), 'power', 'Turkey')).toMatchObject({
      private: 0,
      meanLength: null,
      unansweredShare: null,
    });
  });

  it('counts undelivered messages by model and reason', () => {
    expect(tableOf([game], 'dropped-messages').rows).toEqual([
      { model: 'toy:one', 'unknown-recipient': 4, 'to-oneself': 4, all: 8 },
      { model: 'toy:two', 'unknown-recipient': 8, 'to-oneself': 8, all: 16 },
    ]);
  });
});

describe('forks', () => {
  /** Returns the game as if all phases before this one had been played in its parent. */
  const forkAt = (step: string): typeof game => ({
    ...game,
    header: { ...game.header, forkedFrom: { runId: 'parent', step, future: 0, seeds: [], entries: 0 } as never },
  });
  /** Returns the game at the beginning of a phase. */
  const before = (step: string): typeof game => {
    const facts = game.entries.flatMap((entry) => (entry.type === 'fact-recorded' ? [entry.fact as unknown as GameFact] : []));
    const end = facts.findIndex((fact) => fact.type === 'phase-resolved' && fact.next.phase === step) + 1;
    return { ...game, state: facts.slice(0, end).reduce(applyGameFact, initialGameState) };
  };
  const COUNTS: Readonly<Record<string, readonly [identity: readonly string[], counts: readonly string[]]>> = {
    orders: [['kind'], ['written', 'succeeded', 'bounced', 'cut', 'void', 'withoutConvoy', 'dislodged', 'filledIn']],
    'orders-by-model': [['model'], ['written', 'bounced', 'cut', 'void', 'dislodged']],
    'order-texts': [['model'], ['due', 'valid', 'repaired', 'illegal', 'defaulted']],
    press: [
      ['power', 'model'],
      ['private', 'global', 'rounds', 'toAllies', 'toNeutral', 'toEnemies', 'toUnknown', 'dropped', 'missing'],
    ],
    'dropped-messages': [['model'], ['to-oneself', 'unknown-recipient', 'all']],
  };
  const sumsOf = (games: readonly (typeof game)[], name: string): Readonly<Record<string, number>> => {
    const [identity, counts] = COUNTS[name]!;
    const sums: Record<string, number> = {};
    for (const row of games.flatMap((each) => tableOf([each], name).rows))
      for (const count of counts) {
        const key = [...identity.map((column) => row[column]), count].join(' ');
        sums[key] = (sums[key] ?? 0) + Number(row[count] ?? 0);
      }
    return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum > 0));
  };

  it.each(Object.keys(COUNTS).flatMap((name) => ['F1901M', 'S1902M', 'F1902M'].map((step) => [name, step] as const)))(
    'count in the table %s from %s on, and with what was played before come to the whole game',
    (name, step) => {
      const own = sumsOf([forkAt(step)], name);
      expect(own).not.toEqual(sumsOf([game], name));
      expect(sumsOf([before(step), forkAt(step)], name)).toEqual(sumsOf([game], name));
    },
  );

  it('count all phases where they left before the first one', () => {
    for (const name of Object.keys(COUNTS)) expect(sumsOf([forkAt('setup')], name)).toEqual(sumsOf([game], name));
  });

  it('have the seats of the players since the fork, not of those before', () => {
    const [table] = game.state.tables;
    const seats = { ...table!.seats, FRANCE: { model: 'bot:hold' } };
    const fork = forkAt('S1902M');
    const taken = { ...fork, state: { ...fork.state, seats, tables: [table!, { ...table!, phase: 'S1902M', seats }] } };
    expect(rowOf(tableOf([taken], 'order-texts'), 'model', 'bot:hold')).toMatchObject({ seats: 1 });
    expect(rowOf(tableOf([taken], 'order-texts'), 'model', 'toy:two')).toMatchObject({ seats: 1 });
    expect(rowOf(tableOf([game], 'order-texts'), 'model', 'toy:two')).toMatchObject({ seats: 2 });
  });

  it('count years that they inherited once in means over games, whether or not their parent is among them', () => {
    const other = { ...forkAt('S1902M'), runId: 'other', header: { ...forkAt('S1902M').header, runId: 'other' } };
    const fork = { ...forkAt('S1902M'), runId: 'fork', header: { ...forkAt('S1902M').header, runId: 'fork' } };
    const parent = { ...game, runId: 'parent', header: { ...game.header, runId: 'parent' } };
    const games = (of: readonly (typeof game)[]) => centersCurves(of)[0]?.years.map((year) => year.games);
    expect(games([parent, fork, other])).toEqual([1, 1, 3]);
    expect(games([fork, other])).toEqual([1, 1, 2]);
    expect(games([fork])).toEqual([1, 1, 1]);
    expect(tableOf([parent, fork, other], 'centers').note).toContain('What forks inherited counts once');
    const known = (of: readonly (typeof game)[]) =>
      /(\d+) of (\d+) are missing/.exec(tableOf(of, 'relationships').note ?? '')?.[2];
    expect(Number(known([parent, fork]))).toBe((Number(known([parent])) * 4) / 3);
  });

  it('have the success of their own orders in a comparison', () => {
    const own = tableOf([forkAt('S1902M')], 'orders').rows;
    const sum = (key: string): number => own.reduce((total, row) => total + Number(row[key]), 0);
    expect(gameRow(forkAt('S1902M'), 'x', POWERS).orderSuccess).toBe(sum('succeeded') / sum('written'));
  });
});

describe('relationships', () => {
  it('are rows of the pairs that keep them, with the number of missing ones', () => {
    const { rows, note } = tableOf([game], 'relationships');
    expect(rows).toHaveLength(18);
    expect(rows.find(({ from, towards }) => from === 'England' && towards === 'France')).toMatchObject({ '1900': 1, '1901': 2 });
    expect(note).toContain('72 of 126 are missing');
  });
});

describe('phases', () => {
  it('are in the order of play, summed over games, deferred work last', async () => {
    const measures = await Promise.all([game, silent].map(({ entries }) => measurePhases(entries, () => null)));
    const { rows, note } = phasesTable(measures);
    expect(rows.map(({ part }) => part)).toEqual([
      'setup',
      'S1901M',
      'F1901M',
      'W1901A',
      'S1902M',
      'F1902M',
      'W1902A',
      'beside: analysis',
    ]);
    expect(rows[0]).toMatchObject({ games: 2, calls: 6, costUsd: null });
    expect(note).toContain('The cost of 8 parts is unknown');
  });
});
