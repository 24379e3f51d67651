import { useMemo, useState } from 'preact/hooks';
import { linkTo } from '../data/route';
import { StepRows } from './step-rows';
import { stepsOfCalls } from './steps-of-calls';
import { costInWords, countInWords, durationInWords } from '../frame/quantities';
import { useCalls } from './use-calls';
import { useTiming } from './use-timing';
import '../styles/calls.css';

/** Shows the calls of a run over time, step by step, with the chain of calls that limits the run marked. */
export function CallsView({ runId }: { readonly runId: string }) {
  const calls = useCalls(runId);
  const timing = useTiming(runId);
  const [label, setLabel] = useState('');
  const [onlyCritical, setOnlyCritical] = useState(false);
  const [words, setWords] = useState('');
  const critical = useMemo(
    () => new Set(timing.state === 'ready' ? timing.value.criticalPath : []),
    [timing.state === 'ready' ? timing.value : undefined],
  );
  const all = calls.state === 'ready' ? calls.value : [];
  const labels = useMemo(() => [...new Set(all.map((call) => call.label ?? 'unlabelled'))].sort(), [all]);
  const steps = useMemo(
    () =>
      stepsOfCalls(
        all.filter(
          (call) =>
            (label === '' || (call.label ?? 'unlabelled') === label) &&
            (!onlyCritical || critical.has(call.path)) &&
            (words === '' || call.path.toLowerCase().includes(words.toLowerCase())),
        ),
      ),
    [all, label, onlyCritical, words, critical],
  );
  if (calls.state === 'loading') return <p class="waiting">Loading …</p>;
  if (calls.state === 'failed') return <p role="alert">{calls.message}</p>;
  const shown = steps.reduce((sum, step) => sum + step.calls.length, 0);
  return (
    <section class="calls">
      <h1>Calls of {runId}</h1>
      <p>
        <a href={linkTo(['run', runId])}>Back to the run</a>
      </p>
      {timing.state === 'ready' && (
        <dl class="figures">
          <Figure name="calls" value={countInWords(timing.value.calls)} />
          <Figure name="one after another" value={durationInWords(timing.value.sequentialMs)} />
          <Figure name="took" value={durationInWords(timing.value.wallMs)} />
          <Figure name="longest chain" value={durationInWords(timing.value.criticalPathMs)} />
          <Figure name="calls in that chain" value={countInWords(timing.value.levels)} />
        </dl>
      )}
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          Prompt{' '}
          <select value={label} onChange={(event) => setLabel(event.currentTarget.value)}>
            <option value="">all</option>
            {labels.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <label>
          Path <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
        <label>
          <input type="checkbox" checked={onlyCritical} onChange={(event) => setOnlyCritical(event.currentTarget.checked)} />{' '}
          longest chain only
        </label>
        <span class="quiet" role="status">
          {countInWords(shown)} of {countInWords(all.length)} calls
        </span>
      </form>
      {steps.map((step) => (
        <section key={step.step} class="step" aria-label={step.step}>
          <h2>
            {step.step}
            <span class="quiet">
              {' '}
              {countInWords(step.calls.length)} calls · {durationInWords(step.span.end - step.span.begin)} ·{' '}
              {countInWords(step.inputTokens)} tokens in, {countInWords(step.outputTokens)} out · {costInWords(step.cost)}
            </span>
          </h2>
          <StepRows runId={runId} step={step} critical={critical} />
        </section>
      ))}
    </section>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
