import { type Power, POWERS } from '@entente/diplomacy-rules';
import { compareSamples, correctForMultipleTests, type Measured, pairBySeed, summarize } from '@entente/studies';
import {
  type Cell,
  type Column,
  countOf,
  FEW_COLUMN,
  FEW_NOTE,
  formatPValue,
  intervalCells,
  inThree,
  REPORT_SEED,
  type Row,
  RUN_COLUMN,
  type Table,
} from '@entente/studies/tables';
import { nameOfPower, type ReportedGame } from '../games/reported-game.js';
import { centersAfter, changedOrders, type ForkedGame, HORIZONS, meanStanding } from './fork-future.js';

const AT_COLUMN: Column = {
  key: 'at',
  title: 'at',
  meaning: 'First phase that the fork played itself.',
  unit: 'phase, as S1901M',
};

/** Forks with the same edit at the same step; they differ by chance alone. */
interface ForkGroup {
  readonly step: string;
  readonly name: string;
  readonly powers: readonly Power[];
  readonly forks: readonly ForkedGame[];
}

/**
 * Builds tables of the forks of a game: centres of each power after some phases, changed orders, and the comparison of edits with the
 * control, which is the same fork without an edit.
 */
export function forkTables(parent: ReportedGame, forks: readonly ForkedGame[]): readonly Table[] {
  const groups = groupForks(forks);
  return [forksTable(parent, groups), futuresTable(parent, groups), differencesTable(groups), ordersTable(parent, groups)];
}

function groupForks(forks: readonly ForkedGame[]): readonly ForkGroup[] {
  const groups = new Map<string, ForkedGame[]>();
  for (const fork of forks) groups.set(fork.edit.key, [...(groups.get(fork.edit.key) ?? []), fork]);
  return [...groups.values()]
    .flatMap((own): readonly ForkGroup[] => {
      const [first] = own;
      const step = first?.header.forkedFrom?.step;
      return first && step !== undefined
        ? [
            {
              step,
              name: first.edit.name,
              powers: first.edit.powers,
              forks: own.toSorted((one, other) => futureOf(one) - futureOf(other)),
            },
          ]
        : [];
    })
    .sort((one, other) => Number(isControl(other)) - Number(isControl(one)));
}

const isControl = ({ name }: ForkGroup): boolean => name === 'control';

const futureOf = ({ header }: ForkedGame): number => header.forkedFrom?.future ?? 0;

/** Table with a row for each fork. */
function forksTable(parent: ReportedGame, groups: readonly ForkGroup[]): Table {
  const unfinished = groups.flatMap(({ forks }) => forks).filter(({ state }) => state.ended === null).length;
  return {
    name: 'forks',
    title: `Forks of ${parent.runId}`,
    columns: [
      AT_COLUMN,
      { key: 'edit', title: 'edit', meaning: 'Change that the fork was made with; control for none.', unit: 'text' },
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
    columns: [
      AT_COLUMN,
      { key: 'power', title: 'power', meaning: 'Power that the row is about.', unit: 'text' },
      { key: 'edit', title: 'edit', meaning: 'Change that the fork was made with; control for none.', unit: 'text' },
      {
        key: 'forks',
        title: 'forks',
        meaning: 'Number of forks that the row is about.',
        unit: 'forks',
        absent: 'the row is about the parent',
        align: 'right',
      },
      ...columns,
    ],
    rows,
    note: `Means over the forks after 1, 2 and 4 phases and at the end. ${missing === 0 ? 'None is missing.' : `${missing} values are missing: games that did not get so far.`}`,
  };
}

/** Table of differences between edits and the control of the same step, paired by future where both have it. */
function differencesTable(groups: readonly ForkGroup[]): Table {
  const withControl = groups.flatMap((group) => {
    const control = groups.find((other) => isControl(other) && other.step === group.step);
    return isControl(group) || control === undefined ? [] : [{ group, control }];
  });
  const lines = withControl.flatMap(({ group, control }) => {
    const about = group.powers.length > 0 ? group.powers : POWERS;
    const measures = about.flatMap((power) => [
      ...HORIZONS.map((horizon) => ({
        power,
        what: horizon === 'end' ? 'centres at the end' : `centres after ${horizon}`,
        of: ({ state }: ForkedGame): Measured => centersAfter(state, { step: group.step, power }, horizon),
      })),
      { power, what: 'stands to others', of: ({ state }: ForkedGame): Measured => meanStanding(state, power) },
    ]);
    return measures.map(({ power, what, of }) => {
      const seeded = (forks: readonly ForkedGame[]) => forks.map((fork) => ({ seed: futureOf(fork), value: of(fork) }));
      const pairs = pairBySeed(seeded(group.forks), seeded(control.forks));
      const {
        difference,
        interval,
        test,
        pairs: complete,
      } = compareSamples(pairs.a, pairs.b, { paired: true, seed: REPORT_SEED });
      const values = new Set([...pairs.a, ...pairs.b].filter((value) => value !== null));
      return {
        at: group.step,
        edit: group.name,
        power: nameOfPower(power),
        what,
        pairs: complete,
        difference,
        ...intervalCells(interval),
        // Values that do not vary, such as unchanged centres, cannot be tested.
        pValue: values.size > 1 ? (test?.pValue ?? null) : null,
        left: pairs.unpaired.a + pairs.unpaired.b + pairs.a.length - (complete ?? 0),
      };
    });
  });
  const corrected = correctForMultipleTests(
    lines.map(({ pValue }) => pValue),
    { method: 'holm' },
  );
  const tests = lines.filter(({ pValue }) => pValue !== null).length;
  const rows = lines.map(({ left, ...line }, index): Row => ({ ...line, corrected: corrected[index] ?? null, left }));
  const lacking = groups.filter(
    (group) => !isControl(group) && !groups.some((other) => isControl(other) && other.step === group.step),
  );
  return {
    name: 'fork-differences',
    title: 'Edited less control',
    columns: [
      AT_COLUMN,
      { key: 'edit', title: 'edit', meaning: 'Change that the fork was made with; control for none.', unit: 'text' },
      { key: 'power', title: 'power', meaning: 'Power that the row is about.', unit: 'text' },
      { key: 'what', title: 'what', meaning: 'Name of what is measured.', unit: 'text' },
      {
        key: 'pairs',
        title: 'pairs',
        meaning: 'Futures that both the edit and the control have a value for.',
        unit: 'pairs',
        align: 'right',
      },
      {
        key: 'difference',
        title: 'difference',
        meaning: 'Mean of the edited forks less that of the control.',
        unit: 'that of what is measured',
        absent: 'there is no pair',
        align: 'right',
        format: inThree,
      },
      {
        key: 'low',
        title: 'from',
        meaning: 'Lower end of the 95 % interval (bootstrap).',
        unit: 'that of what is measured',
        absent: 'there are too few pairs',
        align: 'right',
        format: inThree,
      },
      {
        key: 'high',
        title: 'to',
        meaning: 'Upper end of the 95 % interval (bootstrap).',
        unit: 'that of what is measured',
        absent: 'there are too few pairs',
        align: 'right',
        format: inThree,
      },
      FEW_COLUMN,
      {
        key: 'pValue',
        title: 'p',
        meaning: 'Probability of a difference at least as great if the edit changed nothing (permutation test).',
        unit: 'probability, 0 to 1',
        absent: 'there are too few pairs, or they do not vary',
        align: 'right',
        format: formatPValue,
      },
      {
        key: 'corrected',
        title: 'p corrected',
        meaning: 'The same, corrected for the number of lines that vary (Holm).',
        unit: 'probability, 0 to 1',
        absent: 'there are too few pairs, or they do not vary',
        align: 'right',
        format: formatPValue,
      },
      {
        key: 'left',
        title: 'left out',
        meaning: 'Futures left out for want of a value or a counterpart.',
        unit: 'forks',
        align: 'right',
      },
    ],
    rows,
    note: [
      `Pairs: the same future with and without the edit. From, to: 95 % interval (bootstrap); p: permutation test; corrected (Holm) over ${countOf(tests, 'line')} whose values vary. Stands to others: mean at the end, −2 enemy to 2 ally.`,
      rows.some(({ few }) => few === true) ? FEW_NOTE : '',
      lacking.length === 0
        ? ''
        : `No control at ${[...new Set(lacking.map(({ step }) => step))].join(', ')}: fork there with --times and without an edit.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
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
      { key: 'edit', title: 'edit', meaning: 'Change that the fork was made with; control for none.', unit: 'text' },
      { key: 'power', title: 'power', meaning: 'Power that the row is about.', unit: 'text' },
      { key: 'was', title: 'was', meaning: 'Order of the parent.', unit: 'order', absent: 'the parent had none for the unit' },
      {
        key: 'became',
        title: 'became',
        meaning: 'Order of the forks.',
        unit: 'order',
        absent: 'the forks had none for the unit',
      },
      {
        key: 'forks',
        title: 'in forks',
        meaning: 'Number of forks that the row is about.',
        unit: 'forks',
        absent: 'the row is about the parent',
        align: 'right',
      },
      { key: 'of', title: 'of', meaning: 'Number of forks with this edit.', unit: 'forks', align: 'right' },
    ],
    rows,
    note: rows.length === 0 ? 'All orders are those of the parent.' : 'A dash: no order for that unit.',
  };
}
