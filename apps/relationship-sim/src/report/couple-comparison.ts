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

/** Tables of a comparison and the runs it covers. */
export interface CoupleComparison extends Pick<SelectedSides<ReportedCouple>, 'selection' | 'differences'> {
  readonly tables: readonly Table[];
  /** Sentences about measures that are left out; empty if all are shown. */
  readonly remarks: readonly string[];
}

type Measure = keyof typeof MEASURES;
const ALL_MEASURES = Object.keys(MEASURES) as readonly Measure[];

/** Titles of the measures. */
export const MEASURE_TITLES: Readonly<Record<keyof typeof MEASURES, string>> = {
  finalCommitment: 'final commitment',
  finalGap: 'gap between partners',
  meanCommitment: 'mean commitment',
  missingShare: 'share of scores missing',
};

/**
 * Compares two sides on commitment and on missing scores: means and differences. Seeds of one couple depend on one another. Over several
 * couples the unit is therefore the couple: the sides are compared over all couples, and couple by couple over pairs of the same seed.
 * With one couple the units are seeds or, with forks, lines of runs and their forks. If the sides share no couple, runs are paired by seed
 * alone.
 * @param wanted names of the measures to show. @default those of the study file, otherwise all
 * @throws UsageError if a name matches no run that counts, if a run is on both sides, or if a measure is unknown
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

/** Builds the row of a run; a fork counts only the scenes after the fork, since it inherits the others. */
function rowOf(run: ReportedCouple, side: string): CoupleRow {
  const { forkedFrom } = run.header;
  return coupleRow(run, side, forkedFrom === undefined ? 1 : (sceneOfStep(forkedFrom.step) ?? 1));
}

/** Table for files with a row for each run of the comparison. */
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
        measured(
          'finalFirst',
          'first',
          "Commitment of the first partner in the couple's file after the last scene.",
          'points, 0 to 10',
        ),
        measured(
          'finalSecond',
          'second',
          "Commitment of the second partner in the couple's file after the last scene.",
          'points, 0 to 10',
        ),
        measured('finalCommitment', 'final', 'Mean commitment of both partners after the last scene.', 'points, 0 to 10'),
        measured('finalGap', 'gap', 'Difference between the partners after the last scene.', 'points, 0 to 10'),
        measured('meanCommitment', 'mean', 'Mean commitment over both partners and all scenes with a score.', 'points, 0 to 10'),
        measured('missingShare', 'missing', 'Scores that are missing among those that there should be.', 'share, 0 to 1'),
      ] satisfies readonly Column[]
    ).filter(isShown),
    rows: inOrder(rows),
  };
}

/** Orders rows by side, couple and seed. */
function inOrder(rows: readonly CoupleRow[]): readonly Table['rows'][number][] {
  return rows
    .map((row) => ({ ...row }))
    .sort((one, other) =>
      one.condition !== other.condition
        ? 0
        : compareNaturally(one.couple, other.couple) || compareNaturally(one.seed, other.seed),
    );
}
