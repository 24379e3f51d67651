import { type Column, inThree, type Table, RUN_COLUMN } from '@entente/run-console';
import { comparisonTables, findSides, REPORT_SEED } from '@entente/run-console/session';
import { compareConditions } from '@entente/studies';
import { type CoupleRow, coupleRow, MEASURES, playersOf, type ReportedCouple } from './couple-rows.js';

const TITLES: Readonly<Record<keyof typeof MEASURES, string>> = {
  finalA: 'final commitment of A',
  finalB: 'final commitment of B',
  meanCommitment: 'mean commitment',
  missingShare: 'share of scores missing',
};

/**
 * Two sides on commitment and on what is missing of it: their means, and how far they are apart over all runs, balanced by couple, and paired
 * by couple and seed; where the sides have no couple in common, paired by seed alone.
 * @throws UsageError where a name fits no run
 */
export function coupleComparison(runs: readonly ReportedCouple[], sides: readonly [string, string]): readonly Table[] {
  const found = findSides(runs, sides, ({ header }) => playersOf(header)).runs;
  const a = found[0].map((run) => coupleRow(run, sides[0]));
  const b = found[1].map((run) => coupleRow(run, sides[1]));
  const rows = [...a, ...b];
  const shareCouples = a.some(({ couple }) => b.some((other) => other.couple === couple));
  const isOfOneCouple = new Set(rows.map(({ couple }) => couple)).size === 1;
  const comparisons = compareConditions(rows, {
    conditions: sides,
    condition: (row) => row.condition,
    measures: MEASURES,
    pairBy: (row) => (shareCouples ? `${row.couple} ${row.seed}` : row.seed),
    ...(shareCouples && !isOfOneCouple && { stratum: (row: CoupleRow) => row.couple }),
    seed: REPORT_SEED,
  });
  const unfinished = rows.filter(({ missingShare }) => missingShare === null).length;
  const tables = comparisonTables(comparisons, {
    noun: 'run',
    measures: TITLES,
    designs: { balanced: 'couple by couple', paired: 'seed by seed' },
    counted: {
      balanced: 'couples that both had',
      paired: shareCouples ? 'pairs of the same couple and seed' : 'pairs of the same seed',
    },
    meansNote: `Commitment goes from 0 to 10. ${missingNote(unfinished)}`,
  });
  return [...tables, rowsTable(rows)];
}

function missingNote(unfinished: number): string {
  return `Missing are runs without that score${unfinished === 0 ? '' : `; not over: ${unfinished}`}.`;
}

/** What the comparison was made of, for files; a row a run. */
function rowsTable(rows: readonly CoupleRow[]): Table {
  const measured = (key: keyof typeof MEASURES, title: string, meaning: string, unit: string): Column => ({
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
    columns: [
      RUN_COLUMN,
      { key: 'condition', title: 'of', meaning: 'Side of the comparison that the row belongs to.', unit: 'text' },
      { key: 'couple', title: 'couple', meaning: 'Name of the couple.', unit: 'text' },
      { key: 'seed', title: 'seed', meaning: 'Seed of the run, with the replicate where it is not the first.', unit: 'text' },
      { key: 'model', title: 'model', meaning: 'Models that play the two partners.', unit: 'text' },
      measured('finalA', 'A', 'Commitment of the first partner after the last scene.', 'points, 0 to 10'),
      measured('finalB', 'B', 'Commitment of the second partner after the last scene.', 'points, 0 to 10'),
      measured('meanCommitment', 'mean', 'Mean commitment over both partners and all scenes with a score.', 'points, 0 to 10'),
      measured('missingShare', 'missing', 'Scores that are missing among those that there should be.', 'share, 0 to 1'),
    ],
    rows: rows.map((row) => ({ ...row })),
  };
}
