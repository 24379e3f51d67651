import { POWERS } from '@entente/diplomacy-rules';
import { compareSamples, correctForMultipleTests, type Measured, pairBySeed } from '@entente/studies';
import {
  countOf,
  FEW_NOTE,
  formatPValue,
  intervalCells,
  intervalColumns,
  inThree,
  REPORT_SEED,
  type Row,
  type Table,
} from '@entente/studies/tables';
import { nameOfPower } from '../games/reported-game.js';
import { AT_COLUMN, EDIT_COLUMN, POWER_COLUMN } from './fork-columns.js';
import { centersAfter, type ForkedGame, HORIZONS, meanStanding } from './fork-future.js';
import { type ForkGroup, futureOf, isControl } from './fork-groups.js';

/** Table of differences between edits and the control of the same step, paired by future where both have it. */
export function differencesTable(groups: readonly ForkGroup[]): Table {
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
      EDIT_COLUMN,
      POWER_COLUMN,
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
      ...intervalColumns({ unit: 'that of what is measured', absent: 'there are too few pairs' }),
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
