import { type GameState, initialGameState } from '@entente/diplomacy-game/state';
import { startingPosition } from '@entente/diplomacy-rules';
import { beforeAll, describe, expect, it } from 'vitest';
import { playPressGame } from '../testing/press-game.js';
import { centersByYear, mostCenters } from './centers-by-year.js';
import { issuedOrders, orderGroupOf } from './issued-orders.js';
import { measurePhases } from './measure-phases.js';
import { successShare, tallyOrders } from './order-tally.js';
import { pressStatistics } from './press-statistics.js';
import { relationshipAt, relationshipsOverTime } from './relationships-over-time.js';

let game: Awaited<ReturnType<typeof playPressGame>>;
beforeAll(async () => {
  game = await playPressGame();
});

const positionWith = (phase: string, austrian: readonly string[]): GameState['position'] =>
  ({ ...startingPosition(), phase, centers: { ...startingPosition().centers, AUSTRIA: austrian } }) as GameState['position'];

const record = (phase: string, austrian: readonly string[]): GameState['history'][number] => ({
  phase,
  position: positionWith(phase, austrian),
  orders: {},
  outcomes: [],
  press: [],
});

describe('centres by year', () => {
  const three = ['VIE', 'BUD', 'TRI'];
  const four = [...three, 'SER'];

  it('begin before the first phase and count after Fall, whether Winter, retreats or the next year follow', () => {
    const state: GameState = {
      ...initialGameState,
      history: [
        record('S1901M', three),
        record('F1901M', three),
        record('F1901R', three),
        record('S1902M', four),
        record('F1902M', four),
      ],
      position: positionWith('W1902A', [...four, 'GRE']),
    };
    expect(centersByYear(state).map(({ year, centers }) => [year, centers.AUSTRIA])).toEqual([
      [1900, 3],
      [1901, 4],
      [1902, 5],
    ]);
  });

  it('leave out a year whose Fall still waits for retreats', () => {
    const state = { ...initialGameState, history: [record('F1901M', three)], position: positionWith('F1901R', three) };
    expect(centersByYear(state).map(({ year }) => year)).toEqual([1900]);
  });

  it('have the year before play alone where nothing was played', () => {
    expect(centersByYear(initialGameState).map(({ year }) => year)).toEqual([1900]);
    expect(mostCenters(centersByYear(initialGameState))).toBe(4);
  });
});

describe('orders', () => {
  it('are grouped by the word after the unit', () => {
    const orders = [
      'A PAR - BUR VIA',
      'F STP/SC H',
      'A PAR S A BUR - MUN',
      'F NTH C A LON - BEL',
      'A PAR R GAS',
      'A PAR B',
      'A PAR D',
      'WAIVE',
    ];
    expect(orders.map(orderGroupOf)).toEqual(['move', 'hold', 'support', 'convoy', 'retreat', 'build', 'disband', 'waive']);
  });

  it('are told apart from those that the rules filled in', () => {
    const own = issuedOrders(game.state).filter(({ power, phase }) => power === 'GERMANY' && phase === 'S1901M');
    expect(own.filter(({ written }) => written)).toHaveLength(2);
    expect(own.filter(({ written }) => !written)).toMatchObject([{ group: 'hold' }]);
    expect(tallyOrders(own)).toMatchObject({ written: 2, filledIn: 1 });
  });

  it('count as many successes and results as the judge gave', () => {
    const orders = issuedOrders(game.state);
    const tally = tallyOrders(orders);
    const outcomes = game.state.history.flatMap((each) => each.outcomes);
    expect(tally.written + tally.filledIn).toBe(outcomes.length);
    expect(tally.succeeded + tally.filledIn).toBeLessThan(outcomes.length);
    expect(tally.bounced).toBe(outcomes.filter(({ results }) => results.includes('bounce')).length);
  });

  it('succeed when a unit is told to disband and does', () => {
    const state: GameState = {
      ...initialGameState,
      history: [
        {
          ...record('F1901R', []),
          orders: { FRANCE: ['A PAR D', 'A MAR R GAS'] },
          outcomes: [
            { power: 'FRANCE', order: 'A PAR D', results: ['disband'] },
            { power: 'FRANCE', order: 'A MAR R GAS', results: ['bounce', 'disband'] },
          ],
        },
      ],
    };
    expect(issuedOrders(state).map(({ succeeded }) => succeeded)).toEqual([true, false]);
  });

  it('have no success share where there are none', () => {
    expect(successShare({ written: 0, succeeded: 0 })).toBeNull();
  });
});

describe('relationships over time', () => {
  it('stay as a power began until it changes its mind, phase by phase', () => {
    const pair = { from: 'ENGLAND', towards: 'FRANCE' } as const;
    expect(['S1901M', 'F1901M', 'S1902M'].map((phase) => relationshipAt(game.state, pair, phase))).toEqual([
      'Friendly',
      'Ally',
      'Ally',
    ]);
    expect(relationshipAt(game.state, { from: 'ENGLAND', towards: 'TURKEY' }, 'S1902M')).toBe('Neutral');
  });

  it('have numbers for all pairs of those who keep them, and nothing for bots', () => {
    const pairs = relationshipsOverTime(game.state);
    expect(pairs).toHaveLength(42);
    const of = (from: string, towards: string) => pairs.find((pair) => pair.from === from && pair.towards === towards)?.byYear;
    expect(of('FRANCE', 'GERMANY')).toEqual([
      { year: 1900, steps: 1 },
      { year: 1901, steps: 2 },
      { year: 1902, steps: 2 },
    ]);
    expect(of('TURKEY', 'RUSSIA')?.map(({ steps }) => steps)).toEqual([null, null, null]);
  });

  it('end with the year in which one of the two is eliminated', () => {
    const { position, history } = game.state;
    const gone = {
      ...position,
      units: { ...position.units, GERMANY: [] },
      centers: { ...position.centers, GERMANY: [] },
      retreats: { ...position.retreats, GERMANY: {} },
    };
    const pairs = relationshipsOverTime({ ...game.state, history, position: gone });
    expect(pairs.find(({ from, towards }) => from === 'FRANCE' && towards === 'GERMANY')?.byYear.at(-1)).toEqual({
      year: 1902,
      steps: null,
    });
  });
});

describe('press statistics', () => {
  it('count messages by recipient, and dropped ones', () => {
    // Four movement phases; in each a private message to a friend in round 1 and one to all in round 2.
    expect(pressStatistics(game, 'FRANCE')).toMatchObject({
      private: 4,
      global: 4,
      toAllies: 4,
      toNeutral: 0,
      toEnemies: 0,
      toUnknown: 0,
      rounds: 8,
      unanswered: 4,
      missing: 0,
    });
    expect(pressStatistics(game, 'FRANCE').dropped).toMatchObject({ 'to-oneself': 4, 'unknown-recipient': 4, repeated: 0 });
  });

  it('leave out relationships of a writer that are not on record', () => {
    const message = { phase: 'S1901M', round: 1, sender: 'TURKEY', recipient: 'RUSSIA', text: 'Hm.' } as const;
    const [first, ...others] = game.state.history;
    const state = { ...game.state, history: [{ ...first!, press: [message] }, ...others] };
    expect(pressStatistics({ ...game, state }, 'TURKEY')).toMatchObject({
      private: 1,
      toUnknown: 1,
      toNeutral: 0,
      characters: 3,
    });
  });
});

describe('phases measured', () => {
  it('add up to the whole game, its longest chain included', async () => {
    const parts = await measurePhases(game.entries, () => 0.5);
    expect(parts.map(({ part }) => part)).toEqual([
      'setup',
      'S1901M',
      'F1901M',
      'W1901A',
      'S1902M',
      'F1902M',
      'W1902A',
      'analysis',
    ]);
    const answers = game.entries.filter(({ type }) => type === 'answer-recorded').length;
    expect(parts.reduce((sum, { calls }) => sum + calls, 0)).toBe(answers);
    expect(parts.reduce((sum, { costUsd }) => sum + (costUsd ?? NaN), 0)).toBe(answers / 2);
    const setup = parts[0];
    expect(setup).toMatchObject({ calls: 3, sequentialMs: 300, criticalPathMs: 100, levels: 1, deferred: false });
    expect(parts.find(({ part }) => part === 'analysis')).toMatchObject({ deferred: true, wallMs: null, calls: 24 });
  });

  it('leave out the pause between a stop in a phase and its resumption, and steps of the clock', async () => {
    const middle = game.entries.findIndex((entry) => entry.type === 'step-started' && entry.step === 'F1901M') + 2;
    const later = (entry: (typeof game.entries)[number], ms: number) => ('at' in entry ? { ...entry, at: entry.at + ms } : entry);
    const before = game.entries.slice(0, middle);
    const lastAt = before.reduce((latest, entry) => ('at' in entry ? entry.at : latest), 0);
    const resumed = (at: number) => ({ type: 'run-resumed', v: 1, packageVersion: '0', at }) as const;
    const walls = async (entries: typeof game.entries) => (await measurePhases(entries, () => 0)).map(({ wallMs }) => wallMs);
    const told = await walls(game.entries);
    expect(told[2]).toBeGreaterThan(0);
    for (const pauseMs of [3_600_000, 40 * 24 * 3_600_000, -3_600_000]) {
      const rest = game.entries.slice(middle).map((entry) => later(entry, pauseMs));
      expect(await walls([...before, resumed(lastAt + pauseMs), ...rest])).toEqual(told);
    }
    for (const stepMs of [-7_200_000, 135_120 * 3_600_000]) {
      const moved = await walls([...before, ...game.entries.slice(middle).map((entry) => later(entry, stepMs))]);
      expect(Math.min(...moved.flatMap((ms) => ms ?? []))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...moved.flatMap((ms) => ms ?? []))).toBeLessThanOrEqual(Math.max(...told.flatMap((ms) => ms ?? [])));
    }
  });

  it('have no longest chain where calls took no time', async () => {
    const timeless = game.entries.map((entry) =>
      entry.type === 'answer-recorded' ? { ...entry, result: { ...entry.result, latencyMs: 0 } } : entry,
    );
    const parts = await measurePhases(timeless, () => 0);
    expect(parts[0]).toMatchObject({ calls: 3, sequentialMs: 0, criticalPathMs: null, levels: null });
  });

  it('have no cost where a price is unknown, instead of a partial one', async () => {
    let asked = 0;
    const parts = await measurePhases(game.entries, () => (asked++ === 0 ? null : 1));
    expect(parts[0]?.costUsd).toBeNull();
    expect(parts[1]?.costUsd).toBe(17);
  });
});
