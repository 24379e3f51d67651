import { UsageError } from '@entente/run-console';
import { capitalized, sceneOfStep } from '@entente/relationship';
import { compareNaturally, compareSamples, correctForMultipleTests, pairBySeed, summarize } from '@entente/studies';
import {
  type Column,
  countOf,
  FEW_NOTE,
  formatPValue,
  intervalCells,
  intervalColumns,
  inThree,
  REPORT_SEED,
  type Row,
  RUN_COLUMN,
  type Table,
} from '@entente/studies/tables';
import { MEASURE_TITLES } from '../couple-comparison.js';
import { remarkCells, remarksOnRuns } from '../run-remarks.js';
import { readRunSpec } from '../../couple-runs/run-spec.js';
import { coupleRow, MEASURES, type ReportedCouple } from '../couple-rows.js';
import { CONTROL, type ForkedCouple, REDRAWN_CONTROL } from './forked-couple.js';

/** Forks at the same scene with the same edit; they differ by chance alone. */
interface ForkGroup {
  readonly step: string;
  readonly edit: string;
  readonly forks: readonly ForkedCouple[];
}

type Measure = keyof typeof MEASURES;
const ALL_MEASURES = Object.keys(MEASURES) as readonly Measure[];

/**
 * Tables of the forks of a couple's run, over the scenes after the fork alone: each fork, the means of each edit beside those of the parent,
 * and the difference of each edit from the control, paired by future.
 * @throws UsageError if there is no fork
 */
export function coupleForkTables(parent: ReportedCouple, forks: readonly ForkedCouple[]): readonly Table[] {
  if (forks.length === 0)
    throw new UsageError(
      `${parent.runId} has no forks in this folder; make some: relationship-sim fork ${parent.runId} --at scene-2 --times 4.`,
    );
  const groups = groupForks(forks);
  return [forksTable(parent, groups), meansTable(parent, groups), differencesTable(groups)];
}

/** Groups forks by scene and edit, the control first; within a group by future. */
function groupForks(forks: readonly ForkedCouple[]): readonly ForkGroup[] {
  return [...new Set(forks.map(({ key }) => key))]
    .flatMap((key): readonly ForkGroup[] => {
      const own = forks.filter((fork) => fork.key === key).toSorted((one, other) => one.future - other.future);
      const [first] = own;
      return first === undefined ? [] : [{ step: first.step, edit: first.edit, forks: own }];
    })
    .sort(
      (one, other) =>
        compareNaturally(one.step, other.step) ||
        Number(isControl(other)) - Number(isControl(one)) ||
        compareNaturally(one.edit, other.edit),
    );
}

const isControl = ({ edit }: Pick<ForkGroup, 'edit'>): boolean => edit === CONTROL || edit === REDRAWN_CONTROL;

const AT: Column = { key: 'at', title: 'at', meaning: 'First scene that the fork played itself.', unit: 'text' };
const EDIT: Column = {
  key: 'edit',
  title: 'edit',
  meaning: 'Change that the fork was made with; control for none, drawn anew where its first scene is not the parent’s either.',
  unit: 'text',
};

const measured = (key: Measure): Column => ({
  key,
  title: MEASURE_TITLES[key],
  meaning: `${capitalized(MEASURE_TITLES[key])}, over the scenes after the fork alone.`,
  unit: key === 'missingShare' ? 'share, 0 to 1' : 'points, 0 to 10',
  absent: 'the run is not over, or scores are missing',
  align: 'right',
  format: inThree,
});

function forksTable(parent: ReportedCouple, groups: readonly ForkGroup[]): Table {
  const all = groups.flatMap(({ forks }) => forks);
  const remarks = remarksOnRuns(
    all.map(({ run }) => ({ runId: run.runId, row: remarkCells(readRunSpec(run.header).settings, run.state) })),
  );
  const unfinished = all.filter(({ run }) => run.status !== 'completed').length;
  return {
    name: 'forks',
    title: `Forks of ${parent.runId}`,
    columns: [
      AT,
      EDIT,
      { key: 'future', title: 'future', meaning: 'Number of the future.', unit: 'number, from 0', align: 'right' },
      RUN_COLUMN,
      ...ALL_MEASURES.map(measured),
    ],
    rows: all.map(({ step, edit, future, run, row }) => ({ at: step, edit, future, run: run.runId, ...measuresOf(row) })),
    note: `Over the scenes after the fork alone; those before are the parent's. ${unfinished === 0 ? 'All forks are played to their end.' : `${countOf(unfinished, 'fork')} not over, and without values.`}${remarks.map((remark) => ` ${remark}`).join('')}`,
  };
}

const measuresOf = (row: ForkedCouple['row']): Row => Object.fromEntries(ALL_MEASURES.map((key) => [key, MEASURES[key](row)]));

/** Table with a row for each edit, after a row for the same scenes of the parent. */
function meansTable(parent: ReportedCouple, groups: readonly ForkGroup[]): Table {
  const steps = [...new Set(groups.map(({ step }) => step))];
  let missing = 0;
  const meansOf = (rows: readonly ForkedCouple['row'][]): Row =>
    Object.fromEntries(
      ALL_MEASURES.map((key) => {
        const summary = summarize(rows.map(MEASURES[key]));
        missing += summary.missing;
        return [key, summary.mean];
      }),
    );
  const rows = steps.flatMap((step): readonly Row[] => [
    { at: step, edit: 'as it was', forks: null, ...meansOf([coupleRow(parent, 'as it was', sceneOfStep(step) ?? 1)]) },
    ...groups
      .filter((group) => group.step === step)
      .map(({ edit, forks }) => ({ at: step, edit, forks: forks.length, ...meansOf(forks.map(({ row }) => row)) })),
  ]);
  return {
    name: 'fork-means',
    title: 'After the fork',
    columns: [
      AT,
      EDIT,
      {
        key: 'forks',
        title: 'forks',
        meaning: 'Number of forks that the row is about.',
        unit: 'forks',
        absent: 'the row is about the parent',
        align: 'right',
      },
      ...ALL_MEASURES.map(measured),
    ],
    rows,
    note: `Means over the forks of each edit, over the scenes after the fork alone; as it was: the same scenes of the parent. ${missing === 0 ? 'None is missing.' : `${missing} values are missing.`}`,
  };
}

/** Table of the differences between edits and the control of the same scene, paired by future where both have it. */
function differencesTable(groups: readonly ForkGroup[]): Table {
  const controlOf = (group: ForkGroup): ForkGroup | undefined => controlAmong(groups, group);
  const edited = groups.filter((group) => !isControl(group));
  const lines = edited.flatMap((group) => {
    const control = controlOf(group);
    return control === undefined ? [] : ALL_MEASURES.map((measure) => ({ group, measure, ...compare(group, control, measure) }));
  });
  const corrected = correctForMultipleTests(
    lines.map(({ pValue }) => pValue),
    { method: 'holm' },
  );
  const lacking = [...new Set(edited.filter((group) => controlOf(group) === undefined).map(({ step }) => step))];
  const number = (key: string, title: string, meaning: string): Column => ({
    key,
    title,
    meaning,
    unit: 'that of what is measured',
    absent: 'there are too few pairs, or they do not vary',
    align: 'right',
    format: inThree,
  });
  const probability = (key: string, title: string, meaning: string): Column => ({
    ...number(key, title, meaning),
    unit: 'probability, 0 to 1',
    format: formatPValue,
  });
  const tests = lines.filter(({ pValue }) => pValue !== null).length;
  return {
    name: 'fork-differences',
    title: 'Edited less control',
    columns: [
      AT,
      EDIT,
      { key: 'measure', title: 'measure', meaning: 'Name of what is measured.', unit: 'text' },
      { key: 'pairs', title: 'pairs', meaning: 'Futures that both have a value for.', unit: 'pairs', align: 'right' },
      number('difference', 'difference', 'Mean of the edited forks less that of the control.'),
      ...intervalColumns({ unit: 'that of what is measured', absent: 'there are too few pairs, or they do not vary' }),
      probability('pValue', 'p', 'Probability of a difference as great if the edit changed nothing (permutation test).'),
      probability('corrected', 'p corrected', 'The same, corrected for the number of lines that vary (Holm).'),
      { key: 'left', title: 'left out', meaning: 'Futures without a value or a counterpart.', unit: 'forks', align: 'right' },
    ],
    rows: lines.map(({ group, measure, pairs, difference, interval, pValue, left }, index): Row => ({
      at: group.step,
      edit: group.edit,
      measure: MEASURE_TITLES[measure],
      pairs,
      difference,
      ...intervalCells(interval),
      pValue,
      corrected: corrected[index] ?? null,
      left,
    })),
    note: [
      `Pairs: the same future with and without the edit. p: permutation test; corrected (Holm) over ${countOf(tests, 'line')} whose values vary.`,
      ...(lines.some(({ interval }) => interval?.few) ? [FEW_NOTE] : []),
      ...(edited.length === 0 ? ['No fork changed anything, so there is nothing to compare.'] : []),
      ...frozenControls(edited.filter((group) => isFrozen(group, controlOf(group)))),
      ...(lacking.length === 0 ? [] : [`No control at ${lacking.join(', ')}: fork there with --times and without an edit.`]),
    ].join(' '),
  };
}

/**
 * The control of an edit. An edited reply keeps what came before it in the scene, as the control does; every other edit draws the scene anew,
 * and so is compared with a control that does, where there is one.
 */
function controlAmong(groups: readonly ForkGroup[], { step, forks }: ForkGroup): ForkGroup | undefined {
  const wanted = forks.some(({ keepsBeginning }) => keepsBeginning) ? [CONTROL] : [REDRAWN_CONTROL, CONTROL];
  return wanted
    .map((edit) => groups.find((group) => group.step === step && group.edit === edit))
    .find((found) => found !== undefined);
}

/** Whether an edit that draws the scene anew is compared with a control that repeats it as it was played. */
function isFrozen({ forks }: ForkGroup, control: ForkGroup | undefined): boolean {
  return control?.edit === CONTROL && !forks.some(({ keepsBeginning }) => keepsBeginning);
}

function frozenControls(groups: readonly ForkGroup[]): readonly string[] {
  return [...new Set(groups.map(({ step }) => step))].map(
    (step) =>
      `The control repeats ${step} as it was played, and edits of settings and events draw it anew: fork --at ${step} --redraw makes a control that draws it anew as well.`,
  );
}

function compare(group: ForkGroup, control: ForkGroup, measure: Measure) {
  const seeded = (forks: readonly ForkedCouple[]) =>
    forks.map(({ future, row }) => ({ seed: future, value: MEASURES[measure](row) }));
  const pairs = pairBySeed(seeded(group.forks), seeded(control.forks));
  const { difference, interval, test, pairs: complete } = compareSamples(pairs.a, pairs.b, { paired: true, seed: REPORT_SEED });
  const values = new Set([...pairs.a, ...pairs.b].filter((value) => value !== null));
  return {
    pairs: complete,
    difference,
    interval,
    // Constant values cannot be tested, for example the share of missing scores when none is missing.
    pValue: values.size > 1 ? (test?.pValue ?? null) : null,
    left: pairs.unpaired.a + pairs.unpaired.b + pairs.a.length - (complete ?? 0),
  };
}
