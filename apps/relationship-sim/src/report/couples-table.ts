import { compareNaturally, summarize } from '@entente/studies';
import { type Column, inThree, type Row, type Table } from '@entente/studies/tables';
import type { CoupleRow } from './couple-rows.js';

const measured = (key: string, title: string, meaning: string, unit: string): Column => ({
  key,
  title,
  meaning,
  unit,
  absent: 'no run has a value, or too few have',
  align: 'right',
  format: inThree,
});

/** Table with a row for each couple and side: means over the seeds of the couple. */
export function couplesTable(rows: readonly CoupleRow[]): Table {
  const couples = [...new Set(rows.map(({ couple }) => couple))].sort(compareNaturally);
  const sides = [...new Set(rows.map(({ condition }) => condition))];
  return {
    name: 'couples',
    title: 'Couple by couple',
    columns: [
      { key: 'couple', title: 'couple', meaning: 'Name of the couple.', unit: 'text' },
      { key: 'condition', title: 'of', meaning: 'Side of the comparison that the row is about.', unit: 'text' },
      { key: 'runs', title: 'runs', meaning: 'Runs of the couple on that side.', unit: 'runs', align: 'right' },
      {
        key: 'withoutFinal',
        title: 'no final',
        meaning: 'Runs without a final score of both partners.',
        unit: 'runs',
        align: 'right',
      },
      measured('finalCommitment', 'final', 'Mean over runs of the final commitment of both partners.', 'points, 0 to 10'),
      measured('spread', '± sd', 'Standard deviation of the final commitment over runs.', 'points'),
      measured(
        'finalGap',
        'gap',
        'Mean over runs of the difference between the partners after the last scene.',
        'points, 0 to 10',
      ),
      measured('meanCommitment', 'mean', 'Mean over runs of the commitment over all scenes.', 'points, 0 to 10'),
      measured('missingShare', 'share missing', 'Mean over runs of the share of scores that are missing.', 'share, 0 to 1'),
    ],
    rows: couples.flatMap((couple) => sides.flatMap((side) => rowOf(rows, couple, side))),
    note: 'Means over the seeds of a couple; no final: runs without a final score of both partners. Sd: standard deviation of the final commitment over seeds.',
  };
}

function rowOf(rows: readonly CoupleRow[], couple: string, condition: string): readonly Row[] {
  const own = rows.filter((row) => row.couple === couple && row.condition === condition);
  if (own.length === 0) return [];
  const final = summarize(own.map(({ finalCommitment }) => finalCommitment));
  return [
    {
      couple,
      condition,
      runs: own.length,
      withoutFinal: final.missing,
      finalCommitment: final.mean,
      spread: final.standardDeviation,
      finalGap: summarize(own.map(({ finalGap }) => finalGap)).mean,
      meanCommitment: summarize(own.map(({ meanCommitment }) => meanCommitment)).mean,
      missingShare: summarize(own.map(({ missingShare }) => missingShare)).mean,
    },
  ];
}
