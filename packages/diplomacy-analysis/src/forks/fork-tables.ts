import { type Power, POWERS } from '@entente/diplomacy-rules';
import { summarize } from '@entente/studies';
import { type Cell, type Column, countOf, inThree, type Row, RUN_COLUMN, type Table } from '@entente/studies/tables';
import { nameOfPower, type ReportedGame } from '../games/reported-game.js';
import { AT_COLUMN, EDIT_COLUMN, FORKS_COLUMN, POWER_COLUMN } from './fork-columns.js';
import { differencesTable } from './fork-differences-table.js';
import { centersAfter, changedOrders, type ForkedGame, HORIZONS } from './fork-future.js';
import { type ForkGroup, futureOf, groupForks } from './fork-groups.js';

/**
 * Builds tables of the forks of a game: centres of each power after some phases, changed orders, and the comparison of edits with the
 * control, which is the same fork without an edit.
 */
export function forkTables(parent: ReportedGame, forks: readonly ForkedGame[]): readonly Table[] {
  const groups = groupForks(forks);
  return [forksTable(parent, groups), futuresTable(parent, groups), differencesTable(groups), ordersTable(parent, groups)];
}

/** Table with a row for each fork. */
function forksTable(parent: ReportedGame, groups: readonly ForkGroup[]): Table {
  const unfinished = groups.flatMap(({ forks }) => forks).filter(({ state }) => state.ended === null).length;
  return {
    name: 'forks',
    title: `Forks of ${parent.runId}`,
    columns: [
      AT_COLUMN,
      EDIT_COLUMN,
      {
        key: 'future',
        title: 'future',
        meaning: 'Number of the future; the same number draws alike under every edit.',
        unit: 'number, from 0',
        align: 'right',
      },
      RUN_COLUMN,
      {
        key: 'changed',
        title: 'orders changed',
        meaning: 'Orders of that phase that are not those of the parent.',
        unit: 'orders',
        absent: 'the phase is not played',
        align: 'right',
      },
      {
        key: 'played',
        title: 'played to',
        meaning: 'Last phase that was played.',
        unit: 'phase, as S1901M',
        absent: 'none was played',
      },
    ],
    rows: groups.flatMap(({ step, name, forks }) =>
      forks.map((fork): Row => {
        const hasPlayed = fork.state.history.some(({ phase }) => phase === step);
        return {
          at: step,
          edit: name,
          future: futureOf(fork),
          run: fork.runId,
          changed: hasPlayed ? changedOrders(parent.state, fork.state, step).length : null,
          played: fork.state.history.at(-1)?.phase ?? null,
        };
      }),
    ),
    note: `Orders changed: in the fork's first phase, against the parent's. ${unfinished === 0 ? 'All forks are played to their end.' : `${countOf(unfinished, 'fork')} not over: missing where the end is asked for.`}`,
  };
}

/** Table of centres after some phases: a row for each edit and power, and for the parent. */
function futuresTable(parent: ReportedGame, groups: readonly ForkGroup[]): Table {
  const columns = HORIZONS.map((horizon): Column => ({
    key: `after-${horizon}`,
    title: horizon === 'end' ? 'end' : `+${horizon}`,
    meaning: `Mean number of centres of the power ${horizon === 'end' ? 'at the end' : `${horizon} phases after the fork`}.`,
    unit: 'centres',
    absent: 'the games did not get so far',
    align: 'right',
    format: inThree,
  }));
  let missing = 0;
  const rowOf = (of: readonly ReportedGame[], step: string, power: Power): Readonly<Record<string, Cell>> =>
    Object.fromEntries(
      HORIZONS.map((horizon) => {
        const summary = summarize(of.map(({ state }) => centersAfter(state, { step, power }, horizon)));
        missing += summary.missing;
        return [`after-${horizon}`, summary.mean];
      }),
    );
  const steps = [...new Set(groups.map(({ step }) => step))];
  const rows = steps.flatMap((step) =>
    POWERS.flatMap((power) => [
      { at: step, power: nameOfPower(power), edit: 'as it was', forks: null, ...rowOf([parent], step, power) },
      ...groups
        .filter((group) => group.step === step)
        .map((group) => ({
          at: step,
          power: nameOfPower(power),
          edit: group.name,
          forks: group.forks.length,
          ...rowOf(group.forks, step, power),
        })),
    ]),
  );
  return {
    name: 'fork-centers',
    title: 'Centres after the fork',
    columns: [AT_COLUMN, POWER_COLUMN, EDIT_COLUMN, FORKS_COLUMN, ...columns],
    rows,
    note: `Means over the forks after 1, 2 and 4 phases and at the end. ${missing === 0 ? 'None is missing.' : `${missing} values are missing: games that did not get so far.`}`,
  };
}

/** Table of orders of the first phase that differ from the parent's, with the number of forks. */
function ordersTable(parent: ReportedGame, groups: readonly ForkGroup[]): Table {
  const rows = groups.flatMap(({ step, name, forks }) => {
    const changes = new Map<string, { readonly row: Row; readonly power: Power; count: number }>();
    for (const fork of forks) {
      for (const { power, was, became } of changedOrders(parent.state, fork.state, step)) {
        const key = `${power} ${was} ${became}`;
        const change = changes.get(key) ?? { power, row: { power: nameOfPower(power), was, became }, count: 0 };
        change.count++;
        changes.set(key, change);
      }
    }
    return [...changes.values()]
      .sort((one, other) => POWERS.indexOf(one.power) - POWERS.indexOf(other.power) || other.count - one.count)
      .map(({ row, count }): Row => ({ at: step, edit: name, ...row, forks: count, of: forks.length }));
  });
  return {
    name: 'fork-orders',
    title: 'Orders that changed in the first phase',
    columns: [
      AT_COLUMN,
      EDIT_COLUMN,
      POWER_COLUMN,
      { key: 'was', title: 'was', meaning: 'Order of the parent.', unit: 'order', absent: 'the parent had none for the unit' },
      {
        key: 'became',
        title: 'became',
        meaning: 'Order of the forks.',
        unit: 'order',
        absent: 'the forks had none for the unit',
      },
      { ...FORKS_COLUMN, title: 'in forks' },
      { key: 'of', title: 'of', meaning: 'Number of forks with this edit.', unit: 'forks', align: 'right' },
    ],
    rows,
    note: rows.length === 0 ? 'All orders are those of the parent.' : 'A dash: no order for that unit.',
  };
}
