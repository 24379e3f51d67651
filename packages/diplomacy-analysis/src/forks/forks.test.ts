import { type GameState, initialGameState } from '@entente/diplomacy-game/state';
import { createMemoryStore, forkRun, resumeRun } from '@entente/simulation-core';
import type { JournalEntry } from '@entente/simulation-core/journal';
import { beforeAll, describe, expect, it } from 'vitest';
import { countingClock, playPressGame, pressProgram } from '../testing/press-game.js';
import { readForkEdit } from './fork-edit.js';
import { centersAfter, changedOrders, type ForkedGame, meanStanding } from './fork-future.js';
import { forkTables } from './fork-tables.js';

const AT = 'F1901M';
let parent: Awaited<ReturnType<typeof playPressGame>>;
let forks: readonly ForkedGame[];

beforeAll(async () => {
  const store = createMemoryStore();
  parent = await playPressGame({ store });
  const fork = async (
    name: string,
    future: number,
    options: Partial<Parameters<typeof forkRun>[1]> = {},
  ): Promise<ForkedGame> => {
    const clock = countingClock();
    const runId = await forkRun('game', {
      store,
      clock,
      packageVersion: 'test',
      at: AT,
      future,
      runId: `${name}-${future}`,
      ...options,
    });
    const outcome = await resumeRun(pressProgram(), runId, { store, clock, packageVersion: 'test' });
    if (outcome.status !== 'completed') throw outcome.error;
    const entries: JournalEntry[] = [];
    for await (const entry of store.read(runId)) entries.push(entry);
    const header = entries.find((entry) => entry.type === 'run-started')!;
    return { runId, header, state: outcome.state, edit: (await readForkEdit(entries, parent.header.spec))! };
  };
  const angry = [{ type: 'agent-updated', phase: 'S1901M', power: 'FRANCE', relationships: { TURKEY: 'Enemy' } }];
  forks = [
    await fork('angry', 0, { facts: angry }),
    await fork('control', 1),
    await fork('control', 0),
    await fork('angry', 1, { facts: angry }),
    await fork('other-model', 0, { spec: { seats: { FRANCE: { model: { modelId: 'b' } } } } }),
  ];
});

describe('an edit', () => {
  it('is read from the journal of the fork, with the powers that it is about', () => {
    expect(forks.map(({ edit }) => [edit.name, edit.powers])).toEqual([
      ['agent-updated FRANCE', ['FRANCE', 'TURKEY']],
      ['control', []],
      ['control', []],
      ['agent-updated FRANCE', ['FRANCE', 'TURKEY']],
      ['seats', []],
    ]);
  });

  it('is the same in all of its futures', () => {
    const [angry, control, again, angryAgain, other] = forks.map(({ edit }) => edit.key);
    expect([angryAgain, again]).toEqual([angry, control]);
    expect(new Set([angry, control, other]).size).toBe(3);
  });

  it('is null in a run that is no fork', async () => {
    expect(await readForkEdit(parent.entries, {})).toBeNull();
  });
});

describe('what followed', () => {
  it('is counted some phases after the fork, and null where the game did not get there', () => {
    const from = { step: 'F1902M', power: 'RUSSIA' } as const;
    const { history, position } = parent.state;
    const before = history.findIndex(({ phase }) => phase === 'F1902M');
    expect(centersAfter(parent.state, from, 1)).toBe((history[before + 1]?.position ?? position).centers.RUSSIA.length);
    expect(centersAfter(parent.state, from, 'end')).toBe(position.centers.RUSSIA.length);
    expect(centersAfter(parent.state, from, 4)).toBeNull();
    expect(centersAfter({ ...parent.state, ended: null }, from, 'end')).toBeNull();
    expect(centersAfter(parent.state, { ...from, step: 'S1950M' }, 1)).toBeNull();
  });

  it('is listed unit by unit where orders changed', () => {
    const game = (orders: Readonly<Record<string, readonly string[]>>): GameState => ({
      ...initialGameState,
      history: [{ phase: AT, position: initialGameState.position, orders, outcomes: [], press: [] }],
    });
    const was = game({ FRANCE: ['A PAR - BUR', 'F BRE H'], ITALY: ['A ROM H'] });
    const is = game({ FRANCE: ['A PAR - PIC', 'F BRE H'], TURKEY: ['A CON H'] });
    expect(changedOrders(was, is, AT)).toEqual([
      { power: 'FRANCE', unit: 'A PAR', was: 'A PAR - BUR', became: 'A PAR - PIC' },
      { power: 'ITALY', unit: 'A ROM', was: 'A ROM H', became: null },
      { power: 'TURKEY', unit: 'A CON', was: null, became: 'A CON H' },
    ]);
    expect(changedOrders(was, is, 'S1901M')).toEqual([]);
  });

  it('has no standing of powers that keep no relationships', () => {
    expect(meanStanding(parent.state, 'TURKEY')).toBeNull();
    // Ally of one and neutral to five.
    expect(meanStanding(parent.state, 'FRANCE')).toBeCloseTo(2 / 6);
  });
});

describe('the tables of forks', () => {
  it('tell in the note how many values are missing', () => {
    const noteOf = (of: readonly ForkedGame[]): string => forkTables(parent, of)[1]!.note!;
    expect(noteOf(forks)).toMatch(/ None is missing\.$/);
    const [first, ...others] = forks;
    const underWay = [{ ...first!, state: { ...first!.state, ended: null } }, ...others];
    // The end of each power.
    expect(noteOf(underWay)).toMatch(/ 7 values are missing: games that did not get so far\.$/);
  });

  it('compare every edit with the control of the same step, future by future', () => {
    const [list, centers, differences] = forkTables(parent, forks);
    expect(list?.rows.map(({ edit, future }) => `${edit} ${future}`)).toEqual([
      'control 0',
      'control 1',
      'agent-updated FRANCE 0',
      'agent-updated FRANCE 1',
      'seats 0',
    ]);
    expect(centers?.rows.filter(({ power }) => power === 'France').map(({ edit, forks: count }) => [edit, count])).toEqual([
      ['as it was', null],
      ['control', 2],
      ['agent-updated FRANCE', 2],
      ['seats', 1],
    ]);
    const standing = differences?.rows.find(
      ({ edit, power, what }) => edit === 'agent-updated FRANCE' && power === 'France' && what === 'stands to others',
    );
    // One more enemy among six others.
    expect(standing).toMatchObject({ pairs: 2, left: 0 });
    expect(standing?.['difference']).toBeCloseTo(-2 / 6);
    expect(differences?.rows.find(({ edit }) => edit === 'seats')).toMatchObject({ pairs: 1, low: null, left: 1 });
  });

  it('correct the probabilities for all lines that vary, and leave out those that do not', () => {
    const { centers } = parent.state.position;
    const grown = { ...centers, FRANCE: [...centers.FRANCE, 'SPA'] };
    const many = [0, 1, 2, 3, 4, 5].flatMap((future) =>
      forks
        .filter(({ edit, header }) => edit.name !== 'seats' && header.forkedFrom?.future === 0)
        .map((fork) => ({
          ...fork,
          header: { ...fork.header, forkedFrom: { ...fork.header.forkedFrom!, future } },
          state: {
            ...fork.state,
            position: { ...fork.state.position, centers: fork.edit.name === 'control' ? centers : grown },
          },
        })),
    );
    const [, , differences] = forkTables(parent, many);
    const rows = differences?.rows ?? [];
    const tested = rows.flatMap(({ pValue, corrected }) =>
      typeof pValue === 'number' ? [{ pValue, corrected: Number(corrected) }] : [],
    );
    expect(tested.length).toBeGreaterThan(1);
    const least = tested.reduce((one, other) => (other.pValue < one.pValue ? other : one));
    expect(least.corrected).toBeCloseTo(Math.min(1, least.pValue * tested.length));
    expect(tested.every(({ pValue, corrected }) => corrected >= pValue)).toBe(true);
    expect(differences?.note).toContain(`corrected (Holm) over ${tested.length} lines whose values vary`);
    const never = rows.filter(({ power, what }) => power === 'Turkey' && what === 'stands to others');
    expect(never.map(({ pValue, corrected }) => [pValue, corrected])).toEqual([[null, null]]);
  });

  it('tell forks of several steps apart in every row', () => {
    const later = forks.map((fork) => ({
      ...fork,
      runId: `${fork.runId}-later`,
      edit: { ...fork.edit, key: `later ${fork.edit.key}` },
      header: { ...fork.header, forkedFrom: { ...fork.header.forkedFrom!, step: 'F1902M' } },
    }));
    for (const { name, columns, rows } of forkTables(parent, [...forks, ...later])) {
      if (name === 'fork-orders') continue;
      const identity = columns.filter(({ key }) => ['at', 'edit', 'future', 'run', 'power', 'what'].includes(key));
      const told = rows.map((row) => identity.map(({ key }) => row[key]).join(' '));
      expect(new Set(told).size).toBe(told.length);
    }
  });

  it('note a missing control, instead of comparing with something else', () => {
    const [, , differences] = forkTables(
      parent,
      forks.filter(({ edit }) => edit.name !== 'control'),
    );
    expect(differences?.rows).toEqual([]);
    expect(differences?.note).toContain(`No control at ${AT}`);
  });
});
