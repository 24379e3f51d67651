import { useMemo } from 'preact/hooks';
import { linkTo } from '../data/route';
import { costInWords, thingsInWords, timeInWords } from '../frame/quantities';
import { useTitle } from '../frame/use-title';
import { conditionRows } from './condition-rows';
import { ConditionsTable } from './conditions-table';
import { ProgramReport } from './program-report';
import { rowsNamed } from './report-table';
import { type StudyReports, type StudyRuns, useStudy } from './use-study';
import '../styles/study.css';

const NO_REPORTS: StudyReports = [];

/** Shows a study: its conditions, courses and outcomes, and the tables of its report. */
export function StudyView({ study }: { readonly study: string }) {
  const { runs, reports } = useStudy(study);
  useTitle(`Study ${study}`);
  return (
    <article class="study">
      <h1>{study}</h1>
      {runs.state === 'loading' && <p class="waiting">Loading …</p>}
      {runs.state === 'failed' && <p role="alert">{runs.message}</p>}
      {runs.state === 'ready' && (
        <Known study={study} runs={runs.value} reports={reports.state === 'ready' ? reports.value : NO_REPORTS} />
      )}
      {runs.state === 'ready' && reports.state === 'loading' && <p class="waiting">Making the report …</p>}
      {reports.state === 'failed' && runs.state === 'ready' && <p role="alert">{reports.message}</p>}
    </article>
  );
}

interface KnownProps {
  readonly study: string;
  readonly runs: StudyRuns;
  readonly reports: StudyReports;
}

function Known({ study, runs: { row, runs }, reports }: KnownProps) {
  const made = reports.flatMap(({ report }) => (report === null ? [] : [report]));
  const rows = useMemo(
    () =>
      conditionRows(runs, {
        results: made.flatMap((report) => rowsNamed(report, 'results')),
        timing: made.flatMap((report) => rowsNamed(report, 'timing')),
      }),
    [runs, reports],
  );
  const isOffline = runs.some(({ models }) => models.includes('offline'));
  const versions = row.versions.filter((version) => version !== null);
  return (
    <>
      <p class="quiet">
        {thingsInWords(row.runs, 'run')} of {thingsInWords(row.conditions.length, 'condition')} · {costInWords(row.cost)} · last
        one begun {timeInWords(row.startedAt)}
        {versions.length > 0 && ` · version${versions.length > 1 ? 's' : ''} ${versions.join(', ')}`} ·{' '}
        <a href={linkTo([], { study, group: 'study' })}>all its runs</a>
      </p>
      {isOffline && <p class="offline">Played by the offline model: says nothing about people, nor about language models.</p>}
      {versions.length > 1 && (
        <p class="some">Its file has changed between runs: conditions of different versions may not be comparable.</p>
      )}
      <h2>Conditions</h2>
      <ConditionsTable study={study} rows={rows} isOfGames={row.programs.includes('diplomacy')} />
      {reports.map(({ program, report, command }) => (
        <section key={program} aria-label={program}>
          {report === null ? (
            <p>
              The report on its runs of the kind “{program}” comes from another command
              {command === null ? '.' : ': '}
              {command !== null && <code>{command}</code>}
            </p>
          ) : (
            <ProgramReport study={study} program={program} report={report} />
          )}
        </section>
      ))}
    </>
  );
}
