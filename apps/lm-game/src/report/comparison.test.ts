import {
  chooseSeats,
  gameFacets,
  gameRow,
  gameSettings,
  leaderboardTable,
  modelLeaderboard,
  modelsOf,
} from '@entente/diplomacy-analysis';
import { playPressGame } from '@entente/diplomacy-analysis/testing';
import { countLeftOut, type Selection, type SelectionRequest, selectRuns, selectSides } from '@entente/run-console/session';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ComparedGame, gameComparison } from './game-comparison.js';

let one: ComparedGame;
beforeAll(async () => {
  one = { ...(await playPressGame()), status: 'completed' };
});

/** Leaderboard of the games that a selection counts. */
const boardOf = (selection: Selection<ComparedGame>, offline: boolean): ReturnType<typeof modelLeaderboard> =>
  modelLeaderboard({ games: selection.runs, study: selection.study, leftOut: countLeftOut(selection), offline });

const request: SelectionRequest<ComparedGame> = { settingsOf: gameSettings };
const ranked = (games: readonly ComparedGame[]) => selectRuns(games, request);
const chooseSides = (games: readonly ComparedGame[], sides: readonly [string, string]) => {
  const { kind, runs } = selectSides(games, sides, { ...request, modelsOf, facetsOf: gameFacets, modelsShareRuns: true });
  return { kind, ...chooseSeats(kind, runs, sides) };
};

/** The same game as if it had other labels, seats, or more centres for FRANCE. */
function variant(
  changes: {
    readonly runId?: string;
    readonly seed?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly france?: { readonly model?: string; readonly centers?: readonly string[] };
    readonly unfinished?: boolean;
    readonly forked?: Partial<NonNullable<ComparedGame['header']['forkedFrom']>>;
  } = {},
): ComparedGame {
  const { runId = one.runId, seed = '1', labels = {}, france = {}, unfinished = false, forked } = changes;
  const { state, header } = one;
  return {
    runId,
    status: 'completed',
    header: {
      ...header,
      runId,
      seed,
      labels,
      identity: JSON.stringify(changes),
      ...(forked && { forkedFrom: { runId: 'parent', step: 'S1901M', future: 0, seeds: [], ...forked } }),
    },
    state: {
      ...state,
      seats: { ...state.seats!, FRANCE: { model: france.model ?? state.seats!.FRANCE.model } },
      position: {
        ...state.position,
        centers: { ...state.position.centers, FRANCE: france.centers ?? state.position.centers.FRANCE },
      },
      ended: unfinished ? null : state.ended,
    },
  };
}
const centers = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `C${at}`);

describe('a row of a comparison', () => {
  it('is a mean over the seats in question', () => {
    const row = gameRow(one, 'x', ['FRANCE', 'RUSSIA']);
    const { FRANCE, RUSSIA } = one.state.position.centers;
    expect(row).toMatchObject({
      seat: 'FRANCE+RUSSIA',
      model: 'bot:greedy+toy:two',
      centers: (FRANCE.length + RUSSIA.length) / 2,
    });
    expect(row.score).toBe(2 + (row.centers ?? NaN));
  });

  it('says nothing of a game that is not over', () => {
    expect(gameRow(variant({ unfinished: true }), 'x', ['FRANCE'])).toMatchObject({
      score: null,
      centers: null,
      orderSuccess: null,
    });
  });
});

describe('the sides of a comparison', () => {
  it('are conditions before models before names of runs', () => {
    const games = [variant({ labels: { condition: 'toy:one' } }), variant({ labels: { condition: 'b' } })];
    expect(chooseSides(games, ['toy:one', 'b']).kind).toBe('condition');
    expect(chooseSides(games, ['toy:one', 'toy:two']).kind).toBe('model');
    const named = [variant({ runId: 'a~1' }), variant({ runId: 'b~1' })];
    expect(chooseSides(named, ['a', 'b']).kind).toBe('run-name');
    const labelled = [variant({ labels: { press: 'none' } }), variant({ labels: { press: 'full=2' } })];
    expect(chooseSides(labelled, ['press=none', 'press=full=2'])).toMatchObject({ kind: 'label', rows: [{}, {}] });
  });

  it('count the seats whose models differ, and the labelled one where there is a label', () => {
    const games = [
      variant({ labels: { condition: 'a' }, france: { model: 'new:a' } }),
      variant({ labels: { condition: 'b' }, france: { model: 'new:b' } }),
    ];
    expect(chooseSides(games, ['a', 'b']).rows.map(({ seat }) => seat)).toEqual(['FRANCE', 'FRANCE']);
    const labelled = games.map((game) => ({
      ...game,
      header: { ...game.header, labels: { ...game.header.labels, seat: 'ITALY' } },
    }));
    expect(chooseSides(labelled, ['a', 'b']).rows.map(({ seat }) => seat)).toEqual(['ITALY', 'ITALY']);
  });

  it('count all seats where everybody is the same on both sides, and say what that means', () => {
    const { rows, seats } = chooseSides(
      [variant({ labels: { condition: 'a' } }), variant({ labels: { condition: 'b' } })],
      ['a', 'b'],
    );
    expect(rows.map(({ seat }) => seat)).toEqual(['all', 'all']);
    expect(seats).toContain('all seven seats');
  });

  it('are refused by name where one fits nothing, with what there is', () => {
    expect(() => chooseSides([variant()], ['toy:one', 'toy:tow'])).toThrow(
      '"toy:tow" is no condition, model or beginning of a run\'s name; there are bot:greedy, toy:one, toy:two.',
    );
  });
});

describe('the tables of a comparison', () => {
  it('pair games by seed and tell how far the sides are apart', () => {
    const games = ['1', '2', '3', '4', '5', '6'].flatMap((seed, at) => [
      variant({
        runId: `a${seed}`,
        seed,
        labels: { condition: 'a' },
        france: { model: 'new:a', centers: centers(6 + (at % 3)) },
      }),
      variant({
        runId: `b${seed}`,
        seed,
        labels: { condition: 'b' },
        france: { model: 'new:b', centers: centers(4 + (at % 3)) },
      }),
    ]);
    const [means, differences, rows] = gameComparison(games, ['a', 'b'], request).tables;
    expect(means?.rows.find(({ measure, condition }) => measure === 'game score' && condition === 'a')).toMatchObject({
      games: 6,
      mean: 9,
      missing: 0,
    });
    const paired = differences?.rows.find(({ measure, design }) => measure === 'game score' && design === 'seed by seed');
    // Always 2 apart: that tells nothing of a spread, and of 64 ways to flip six signs two are as far from 0.
    expect(paired).toMatchObject({ n: 6, difference: 2, low: null, high: null, pValue: 2 / 64, left: 0 });
    const plain = differences?.rows.find(({ measure, design }) => measure === 'game score' && design === 'all games');
    expect(Number(plain?.['low'])).toBeLessThan(2);
    expect(Number(plain?.['corrected'])).toBeGreaterThanOrEqual(Number(plain?.['pValue']));
    expect(rows?.rows).toHaveLength(12);
  });

  it('show the measures that the study file asks for, or those that are named, and say so', () => {
    const labels = { study: 's', studyMeasures: '["centers"]' };
    const games = ['a', 'b'].map((condition) => variant({ runId: condition, labels: { ...labels, condition } }));
    const asked = gameComparison(games, ['a', 'b'], request);
    expect(new Set(asked.tables[0]?.rows.map(({ measure }) => measure))).toEqual(new Set(['centres at the end']));
    expect(asked.tables[2]?.columns.map(({ key }) => key)).toEqual(['run', 'condition', 'seed', 'seat', 'model', 'centers']);
    expect(asked.remarks).toEqual([
      'Measures: centers, as the study file of the most recent run says; --measures shows others; not shown: score, orderSuccess.',
    ]);
    const named = gameComparison(games, ['a', 'b'], request, ['score', 'orderSuccess']);
    expect(new Set(named.tables[1]?.rows.map(({ measure }) => measure))).toEqual(new Set(['game score', 'order success']));
  });

  it('say how many values are missing', () => {
    const games = [variant({ labels: { condition: 'a' } }), variant({ labels: { condition: 'b' }, unfinished: true })];
    expect(gameComparison(games, ['a', 'b'], request).tables[0]?.note).toContain('3 of 6 values are missing');
  });
});

describe('the leaderboard', () => {
  it('has the best score first, and an interval where there is more than one game', () => {
    const games = [1, 2, 3].map((at) =>
      variant({ runId: `g${at}`, seed: String(at), france: { model: 'new:a', centers: centers(9 + at) } }),
    );
    const board = boardOf(ranked(games), true);
    expect(board).toMatchObject({ games: 3, offline: true });
    expect(board.boards.score[0]).toMatchObject({ name: 'new:a', rank: 1, mean: 13, n: 3, missing: 0 });
    expect(board.boards.score[0]?.interval).not.toBeNull();
    expect(JSON.parse(JSON.stringify(board))).toEqual(board);
    expect(leaderboardTable(board).rows[0]).toMatchObject({ rank: 1, model: 'new:a', centers: 11 });
  });

  it('ranks nobody whose games are not over', () => {
    const { boards } = boardOf(ranked([variant({ unfinished: true })]), false);
    expect(boards.score.map(({ rank, mean, missing }) => [rank, mean, missing])).toEqual(Array(3).fill([null, null, 1]));
  });

  it('ranks who sits in the test seat, and names the opponents apart', () => {
    const games = ['FRANCE', 'FRANCE', 'ITALY'].map((seat, at) =>
      variant({ runId: `g${at}`, seed: String(at), labels: { seat }, france: { model: 'new:a' } }),
    );
    const board = boardOf(ranked(games), false);
    const tested = ['new:a', one.state.seats!.ITALY.model].sort();
    expect(board.boards.score.map(({ name }) => name).sort()).toEqual(tested);
    expect(board.opponents.length).toBeGreaterThan(0);
    expect(board.opponents.filter((model) => tested.includes(model))).toEqual([]);
    expect(leaderboardTable(board).note).toContain(`Not ranked, for they are what is played against: ${board.opponents[0]}`);
  });

  it('counts no fork, and none with models of its own even where forks are asked for', () => {
    const game = variant({ runId: 'parent' });
    const control = variant({ runId: 'control', forked: { future: 1 } });
    const edited = variant({ runId: 'edited', forked: { specSince: 'S1901M' }, france: { model: 'bot:hold' } });
    const board = (include: readonly 'forks'[]) => boardOf(selectRuns([game, control, edited], { ...request, include }), false);
    expect(board([])).toMatchObject({ games: 1, leftOut: { forks: 2 } });
    expect(board(['forks'])).toMatchObject({ games: 2, leftOut: { forks: 0, otherSettings: 1 } });
    expect(board(['forks']).boards.score.map(({ name }) => name)).not.toContain('bot:hold');
  });
});

describe('models that met in the same games', () => {
  it('are compared game by game', () => {
    const games = ['1', '2', '3'].map((seed) => variant({ runId: `g${seed}`, seed, france: { model: 'new:a' } }));
    const { tables } = gameComparison(games, ['new:a', 'toy:two'], request);
    expect(tables[1]?.rows.map(({ design }) => design)).toContain('game by game');
    expect(tables[1]?.rows.find(({ design }) => design === 'game by game')).toMatchObject({ n: 3 });
  });
});

describe('a game and its forks', () => {
  const game = (at: number, condition: string, count = 3) =>
    variant({
      runId: `${condition}${at}`,
      seed: String(at),
      labels: { study: 'x', condition },
      france: { centers: centers(count + at) },
    });
  const forksOf = (parent: ComparedGame, count: number) =>
    Array.from({ length: count }, (_, future) =>
      variant({
        runId: `${parent.runId}~${future}`,
        seed: `drawn-${future}`,
        labels: parent.header.labels,
        france: { centers: centers(9) },
        forked: { runId: parent.runId, future },
      }),
    );
  const four = () => [game(1, 'a'), game(2, 'a'), game(1, 'b'), game(2, 'b', 1)] as const;
  const compare = (games: readonly ComparedGame[]) =>
    gameComparison(games, ['a', 'b'], { ...request, include: ['forks'] }).tables;

  it('count as one in a comparison, with their mean, however many forks there are', () => {
    const plain = four();
    const [means, differences] = compare([...plain, ...forksOf(plain[0], 5)]);
    expect(means?.rows[0]).toMatchObject({ condition: 'a', games: 7, clusters: 2 });
    expect(differences?.rows[0]).toMatchObject({ design: 'all lines', n: '2 + 2 lines', pValue: expect.any(Number) as number });
    expect(differences?.rows.map(({ design }) => design)).not.toContain('seat by seat');
    expect(means?.note).toContain('A line: a game and its forks');
    const [, without] = compare(plain);
    expect(without?.rows[0]).toMatchObject({ design: 'all games', n: 4 });
    // Five copies of one future tell no more than one of it.
    const [, single] = compare([...plain, ...forksOf(plain[0], 1)]);
    expect(differences?.rows[0]?.['pValue']).toBe(single?.rows[0]?.['pValue']);
  });

  it('count as one on a leaderboard', () => {
    const plain = four();
    const board = (games: readonly ComparedGame[]) => boardOf(selectRuns(games, { ...request, include: ['forks'] }), false);
    const withForks = board([...plain, ...forksOf(plain[0], 5)]);
    expect(withForks).toMatchObject({ games: 9, lines: true });
    expect(withForks.boards.score.map(({ n }) => n)).toEqual(board(plain).boards.score.map(({ n }) => n));
    expect(leaderboardTable(withForks).note).toContain('count as one');
    expect(leaderboardTable(board(plain)).note).not.toContain('count as one');
  });
});
