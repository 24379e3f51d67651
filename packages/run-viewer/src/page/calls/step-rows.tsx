import { useEffect, useRef, useState } from 'preact/hooks';
import type { CallRow } from '../../server/call-row';
import { linkTo } from '../data/route';
import { placeIn, timeOf } from './call-times';
import { costInWords, countInWords, durationInWords } from '../frame/quantities';
import type { StepOfCalls } from './steps-of-calls';

/** Height of a row in the style sheet, in pixels. */
const ROW_HEIGHT = 30;

interface StepRowsProps {
  readonly runId: string;
  readonly step: StepOfCalls;
  /** Call paths along the longest chain. */
  readonly critical: ReadonlySet<string>;
}

/** Lists the calls of a step beside bars on the step's own time. Rows are made when the step comes near the window. */
export function StepRows({ runId, step, critical }: StepRowsProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (place.current === null) return undefined;
    const watch = new IntersectionObserver(([seen]) => setIsNear(seen?.isIntersecting === true), { rootMargin: '600px' });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={place} class="step-rows" style={{ minHeight: `${(step.calls.length + 1) * ROW_HEIGHT}px` }}>
      {isNear && (
        <table>
          <thead>
            <tr>
              <th scope="col">Call</th>
              <th scope="col">Prompt</th>
              <th scope="col" class="number">
                Tokens in
              </th>
              <th scope="col" class="number">
                from cache
              </th>
              <th scope="col" class="number">
                out
              </th>
              <th scope="col" class="number">
                Cost
              </th>
              <th scope="col" class="number">
                Took
              </th>
              <th scope="col" class="bars">
                Time within the step
              </th>
            </tr>
          </thead>
          <tbody>
            {step.calls.map((call) => (
              <Row key={call.entry} runId={runId} call={call} step={step} isCritical={critical.has(call.path)} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

interface RowProps {
  readonly runId: string;
  readonly call: CallRow;
  readonly step: StepOfCalls;
  readonly isCritical: boolean;
}

function Row({ runId, call, step, isCritical }: RowProps) {
  const { from, width } = placeIn(timeOf(call), step.span);
  return (
    <tr class={call.isReplaced ? 'replaced' : ''}>
      <th scope="row">
        <a href={linkTo(['run', runId, 'call', call.entry])}>{call.path}</a>{' '}
        {isCritical && <Mark sign="◆" text="in the longest chain" />}
        {marksOf(call).map((mark) => (
          <span key={mark} class="mark">
            {mark}
          </span>
        ))}
      </th>
      <td>{call.label ?? '–'}</td>
      <td class="number">{countInWords(call.inputTokens)}</td>
      <td class="number">{call.cacheReadTokens > 0 ? countInWords(call.cacheReadTokens) : '–'}</td>
      <td class="number">{countInWords(call.outputTokens)}</td>
      <td class="number">{costInWords(call.cost)}</td>
      <td class="number">{durationInWords(call.latencyMs)}</td>
      <td class="bars">
        <span
          class={isCritical ? 'bar critical' : 'bar'}
          style={{ marginLeft: `${(from * 100).toFixed(2)}%`, width: `max(2px, ${(width * 100).toFixed(2)}%)` }}
        />
      </td>
    </tr>
  );
}

function Mark({ sign, text }: { readonly sign: string; readonly text: string }) {
  return (
    <span class="critical-mark" role="img" aria-label={text} title={text}>
      {sign}
    </span>
  );
}

function marksOf(call: CallRow): readonly string[] {
  return [
    ...(call.outcome === 'failed' ? ['failed'] : []),
    ...(call.attempts > 1 ? [`${call.attempts} attempts`] : []),
    ...(call.isEdited ? ['edited'] : []),
    ...(call.isInherited ? ['inherited'] : []),
    ...(call.isReplaced ? ['replaced'] : []),
  ];
}
