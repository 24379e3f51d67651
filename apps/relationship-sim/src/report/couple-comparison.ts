import { sceneOfStep } from '@entente/relationship';
import {
  chooseMeasures,
  comparisonTables,
  type SelectedSides,
  type SelectionRequest,
  selectSides,
} from '@entente/run-console/session';
import { haveLines, linesOf } from '@entente/simulation-core/journal';
import { compareConditions, compareNaturally } from '@entente/studies';
import { type Column, inThree, REPORT_SEED, RUN_COLUMN, type Table } from '@entente/studies/tables';
import { coupleFacets } from './couple-facets.js';
import { type CoupleRow, coupleRow, MEASURES, playersOf, type ReportedCouple } from './couple-rows.js';
import { couplesTable } from './couples-table.js';

/** Two sides compared, and which runs that is about. */
export interface CoupleComparison extends Pick<SelectedSides<ReportedCouple>, 'selection' | 'differences'> {
  readonly tables: readonly Table[];
  /** Sentences about the measures that are shown; empty where all are. */
  readonly remarks: readonly string[];
}

type Measure = keyof typeof MEASURES;
const ALL_MEASURES = Object.keys(MEASURES) as readonly Measure[];

/** How people call each measure. */
export const MEASURE_TITLES: Readonly<Record<keyof typeof MEASURES, string>> = {
  finalCommitment: 'final commitment',
  finalGap: 'gap between partners',
  meanCommitment: 'mean commitment',
  missingShare: 'share of scores missing',
};

/**
 * Two sides on commitment and on what is missing of it: their means, and how far they are apart. Seeds of one couple depend on one another, so
 * that over several couples the couple is the unit: the sides are compared over all couples, and couple by couple over pairs of the same
 * seed. Of one couple seeds are the units, or, with forks, lines of runs and their forks; where the sides have no couple in common, runs are paired by seed alone.
 * @param wanted names of the measures to show. @default those of the study file, else all
 * @throws UsageError where a name fits no run that counts, where a run is on both sides, and for what nothing measures
 */
export function coupleComparison(
  runs: readonly ReportedCouple[],
  sides: readonly [string, string],
  request: SelectionRequest<ReportedCouple>,
  wanted?: readonly string[],
): CoupleComparison {
  const {
    runs: found,
    selection,
    differences,
  } = selectSides(runs, sides, {
    ...request,
    modelsOf: ({ header }) => playersOf(header),
    facetsOf: coupleFacets,
  });
  const { names, remarks } = chooseMeasures(ALL_MEASURES, { wanted, selection });
  const [a, b] = found.map((side, at) => side.map((run) => rowOf(run, sides[at] ?? ''))) as [CoupleRow[], CoupleRow[]];
  const rows = [...a, ...b];
  const shareCouples = a.some(({ couple }) => b.some((other) => other.couple === couple));
  const isOfOneCouple = new Set(rows.map(({ couple }) => couple)).size === 1;
  const byLine = isOfOneCouple && found.some(haveLines);
  const lineOf = linesOf(runs);
  const lines = new Map(found.flat().map((run) => [run.runId, lineOf(run)]));
  const comparisons = compareConditions(rows, {
    conditions: sides,
    condition: (row) => row.condition,
    measures: Object.fromEntries(names.map((name) => [name, MEASURES[name]])),
    pairBy: (row) => (shareCouples ? `${row.couple} ${row.seed}` : row.seed),
    cluster: (row) => (byLine ? (lines.get(row.run) ?? row.run) : row.couple),
    seed: REPORT_SEED,
  });
  const isByCouple = comparisons.some(({ paired }) => paired !== null && paired.clusters !== null);
  const tables = comparisonTables(comparisons, {
    noun: 'run',
    cluster: byLine ? 'line' : 'couple',
    measures: MEASURE_TITLES,
    designs: {
      balanced: 'couple by couple',
      paired: !byLine && isByCouple && shareCouples ? 'couple by couple' : 'seed by seed',
    },
    counted: {
      balanced: 'couples that both had',
      paired: byLine
        ? 'lines with pairs of the same seed'
        : isByCouple
          ? 'couples with pairs of the same seed'
          : shareCouples
            ? 'pairs of the same couple and seed'
            : 'pairs of the same seed',
    },
    meansNote: [
      'Commitment goes from 0 to 10, as the mean of both partners. Missing are runs without that score.',
      ...(isOfOneCouple
        ? [`Of one couple: its ${byLine ? 'lines' : 'seeds'} are the units, and nothing is said about other couples.`]
        : []),
      ...(byLine ? ['A line: a run and its forks.'] : []),
      ...(found.flat().some(({ header }) => header.forkedFrom !== undefined)
        ? ['Of forks over the scenes after the fork alone.']
        : []),
    ].join(' '),
  });
  return { tables: [...tables, couplesTable(rows), rowsTable(rows, names)], selection, differences, remarks };
}

/** A run's row; of a fork over the scenes after the fork alone, for those before were lived through by its parent. */
function rowOf(run: ReportedCouple, side: string): CoupleRow {
  const { forkedFrom } = run.header;
  return coupleRow(run, side, forkedFrom === undefined ? 1 : (sceneOfStep(forkedFrom.step) ?? 1));
}

/** What the comparison was made of, for files; a row a run. */
function rowsTable(rows: readonly CoupleRow[], names: readonly Measure[]): Table {
  const isShown = ({ key }: Column): boolean => !ALL_MEASURES.some((name) => name === key) || names.some((name) => name === key);
  const measured = (key: keyof CoupleRow, title: string, meaning: string, unit: string): Column => ({
    key,
    title,
    meaning,
    unit,
    absent: 'the run is not over, or the score is missing',
    align: 'right',
    format: inThree,
  });
  return {
    name: 'comparison-rows',
    title: 'Runs compared',
    columns: (
      [
        RUN_COLUMN,
        { key: 'condition', title: 'of', meaning: 'Side of the comparison that the row belongs to.', unit: 'text' },
        { key: 'couple', title: 'couple', meaning: 'Name of the couple.', unit: 'text' },
        { key: 'seed', title: 'seed', meaning: 'Seed of the run, with the replicate where it is not the first.', unit: 'text' },
        { key: 'model', title: 'model', meaning: 'Models that play the two partners.', unit: 'text' },
        measured('finalA', 'A', 'Commitment of the first partner after the last scene.', 'points, 0 to 10'),
        measured('finalB', 'B', 'Commitment of the second partner after the last scene.', 'points, 0 to 10'),
        measured('finalCommitment', 'final', 'Mean commitment of both partners after the last scene.', 'points, 0 to 10'),
        measured('finalGap', 'gap', 'Difference between the partners after the last scene.', 'points, 0 to 10'),
        measured('meanCommitment', 'mean', 'Mean commitment over both partners and all scenes with a score.', 'points, 0 to 10'),
        measured('missingShare', 'missing', 'Scores that are missing among those that there should be.', 'share, 0 to 1'),
      ] satisfies readonly Column[]
    ).filter(isShown),
    rows: inOrder(rows),
  };
}

/** By side, couple and seed. */
function inOrder(rows: readonly CoupleRow[]): readonly Table['rows'][number][] {
  return rows
    .map((row) => ({ ...row }))
    .sort((one, other) =>
      one.condition !== other.condition
        ? 0
        : compareNaturally(one.couple, other.couple) || compareNaturally(one.seed, other.seed),
    );
}
