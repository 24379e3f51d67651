import type { RunRow } from '../../server/run-row';
import { linkTo } from '../data/route';
import { costInWords, countInWords, timeInWords, tokensInWords } from '../frame/quantities';
import { StateMark } from '../frame/state-mark';

interface RunLineProps {
  readonly run: RunRow;
  /** Number of forks between this run and the first one. */
  readonly depth: number;
  /** Number of the line, from 1, the heading included. */
  readonly place: number;
  readonly isChosen: boolean;
  readonly onChoose: (runId: string) => void;
}

/** One run in the list. */
export function RunLine({ run, depth, place, isChosen, onChoose }: RunLineProps) {
  const { runId } = run;
  return (
    <tr aria-rowindex={place} class={isChosen ? 'chosen' : ''}>
      <td class="choose">
        <input type="checkbox" checked={isChosen} onChange={() => onChoose(runId)} aria-label={`Choose ${runId} to compare`} />
      </td>
      <td class="state">
        <StateMark run={run} />
      </td>
      <th scope="row" class="who" style={{ paddingLeft: `${depth * 1.25}rem` }}>
        <a href={linkTo(['run', runId])} title={runId}>
          {run.title}
        </a>
        <span class="quiet seed">
          {' '}
          {run.forkedFrom === null
            ? `seed ${run.seed}${run.replicate > 0 ? `, replicate ${run.replicate}` : ''}`
            : `fork at ${run.forkedFrom.step}${run.forkedFrom.future > 0 ? `, future ${run.forkedFrom.future}` : ''}`}
        </span>
      </th>
      <td class="outcome">{run.outcome ?? <Progress run={run} />}</td>
      <td class="study">
        {run.study === null ? (
          <span class="quiet">–</span>
        ) : (
          <>
            <a href={linkTo(['study', run.study])}>{run.study}</a>
            {run.condition === null ? '' : ` › ${run.condition}`}
          </>
        )}
      </td>
      <td class="model">{run.models.join(', ')}</td>
      <td class="number">{countInWords(run.calls)}</td>
      <td class="number">{tokensInWords(run.inputTokens + run.outputTokens)}</td>
      <td class="number">{costInWords(run.cost)}</td>
      <td class="begun">{timeInWords(run.startedAt)}</td>
    </tr>
  );
}

/** How far a run is, of how much. */
function Progress({ run: { progress, lastStep } }: Pick<RunLineProps, 'run'>) {
  if (progress === null) return <span class="quiet">{lastStep ?? 'begun'}</span>;
  const { done, of, unit } = progress;
  return (
    <span class="progress">
      <progress value={done} max={of} aria-hidden="true" /> {done} of {of} {unit}s
    </span>
  );
}
