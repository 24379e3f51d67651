import { useMemo } from 'preact/hooks';
import type { PlainReport } from '@entente/studies/tables';
import { CentresChart } from './centres-chart';
import { CommitmentChart } from './commitment-chart';
import { crossCounts } from './cross-counts';
import { CrossTable } from './cross-table';
import { PowerChart } from './power-chart';
import { rowsNamed, textOf } from './report-table';
import { ReportTables } from './report-tables';
import { seatMeans } from './seat-means';
import { SeatTable } from './seat-table';

interface ProgramReportProps {
  readonly study: string;
  readonly program: string;
  readonly report: PlainReport;
}

/** Report on the runs of one kind: courses, outcomes and standings by condition, and every table that the command line prints. */
export function ProgramReport({ study, program, report }: ProgramReportProps) {
  const found = useMemo(() => readReport(report, program), [report, program]);
  const { scores, centres, centresByGame, outcomes, scoresBySeat, centresByCondition } = found;
  return (
    <>
      {[...report.heading.slice(1), ...report.notes].map((line) => (
        <p key={line} class="quiet">
          {line}
        </p>
      ))}
      {report.damaged > 0 && <p class="some">{report.damaged} runs should be in this report and cannot be read.</p>}
      {scores.length > 0 && <CommitmentChart scores={scores} />}
      {centres !== undefined && <CentresChart table={centres} />}
      {centresByGame.length > 0 && <PowerChart centres={centresByGame} />}
      <h2>How they came out</h2>
      {outcomes.map(({ title, counts }) => (
        <CrossTable key={title} title={title} of="condition" counts={counts} />
      ))}
      {scoresBySeat !== undefined && (
        <SeatTable title="Mean score by model and seat, and number of games" of="model" means={scoresBySeat} />
      )}
      {centresByCondition !== undefined && (
        <SeatTable
          title="Mean centres at the end by condition and seat, and number of games"
          of="condition"
          means={centresByCondition}
        />
      )}
      <h2>All tables of the report</h2>
      <ReportTables report={report} study={study} />
    </>
  );
}

function readReport(report: PlainReport, program: string) {
  const results = rowsNamed(report, 'results');
  const finished = results.filter(({ status }) => status === 'completed');
  const conditionOf = new Map(results.map(({ run, condition }) => [run, textOf(condition)]));
  const standings = rowsNamed(report, 'standings');
  const ended = standings.filter(({ result }) => result !== 'playing');
  const counted = (title: string, key: string) => ({
    title,
    counts: crossCounts(finished.map((row) => [textOf(row['condition']), textOf(row[key])])),
  });
  return {
    scores: rowsNamed(report, 'commitment'),
    centres: report.tables.find(({ name }) => name === 'centers'),
    centresByGame: rowsNamed(report, 'centers-by-game'),
    outcomes:
      program === 'relationship'
        ? [counted('Outcome of finished runs', 'outcome')]
        : [counted('Leader of finished games', 'leader'), counted('End of finished games', 'ending')],
    scoresBySeat: standings.length === 0 ? undefined : seatMeans(ended, 'score', ({ model }) => textOf(model)),
    centresByCondition:
      standings.length === 0 ? undefined : seatMeans(ended, 'centers', ({ run }) => conditionOf.get(run ?? null) ?? '–'),
  };
}
