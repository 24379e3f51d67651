import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { linkTo, useRoute } from '../data/route';
import { useRuns } from '../data/use-runs';
import { countInWords, thingsInWords } from '../frame/quantities';
import { useTitle } from '../frame/use-title';
import { Filters } from './filters';
import { filtered, linesOf, type ListPlan, sorted, type SortKey } from './list-plan';
import { planAsQuery, readPlan } from './plan-in-address';
import { RunLine } from './run-line';
import { useLineKeys } from './use-line-keys';
import { useWindow } from './use-window';
import '../styles/runs.css';

const COLUMNS: readonly { readonly title: string; readonly key?: SortKey | undefined; readonly className: string }[] = [
  { title: '', className: 'choose' },
  { title: 'State', key: 'status', className: 'state' },
  { title: 'Who', key: 'title', className: 'who' },
  { title: 'Outcome', key: 'outcome', className: 'outcome' },
  { title: 'Study', key: 'study', className: 'study' },
  { title: 'Models', className: 'model' },
  { title: 'Calls', key: 'calls', className: 'number' },
  { title: 'Tokens', key: 'tokens', className: 'number' },
  { title: 'Cost', key: 'cost', className: 'number' },
  { title: 'Begun', key: 'startedAt', className: 'begun' },
];

/** Height of a line, in pixels: on a wide screen, and where a line takes two rows. */
const LINE_HEIGHT = { wide: 36, narrow: 64 } as const;

/** Shows all runs, live. Only lines in view are in the document. */
export function RunsView() {
  const all = useRuns();
  const route = useRoute();
  const plan = readPlan(route.query);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const place = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();
  const lineHeight = isNarrow ? LINE_HEIGHT.narrow : LINE_HEIGHT.wide;
  useTitle('Runs');
  const runs = useMemo(() => sorted(filtered(all?.runs ?? [], plan), plan), [all, route.query.toString()]);
  const lines = useMemo(() => linesOf(runs, plan.group, closed), [runs, plan.group, closed]);
  const shown = useWindow(place, { lines: lines.length, lineHeight });
  useLineKeys(place, { lines: lines.length, lineHeight });
  const change = (next: ListPlan): void => {
    history.replaceState(null, '', linkTo([], planAsQuery(next)));
    dispatchEvent(new HashChangeEvent('hashchange'));
  };
  const sortBy = (key: SortKey): void =>
    change({ ...plan, sort: key, isDescending: plan.sort === key ? !plan.isDescending : key === 'startedAt' });
  const choose = (runId: string): void =>
    setChosen((before) => (before.includes(runId) ? before.filter((one) => one !== runId) : [...before.slice(-1), runId]));
  const toggle = (key: string): void =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const [first, second] = chosen;
  return (
    <section class="runs">
      <h1>Runs {all !== undefined && <span class="quiet place">in {all.place}</span>}</h1>
      <Filters runs={all?.runs ?? []} plan={plan} onChange={change} />
      <p class="status" role="status">
        {all === undefined
          ? 'Loading …'
          : `${countInWords(runs.length)} of ${thingsInWords(all.known, 'run')}${all.runs.length + all.damaged.length < all.known ? ', reading …' : ''}`}
        {first !== undefined && second !== undefined && (
          <>
            {' · '}
            <a href={linkTo(['compare', first, second])}>Compare the two that are chosen</a>
          </>
        )}
        {first !== undefined && second === undefined && ' · choose one more to compare'}
        {' · '}
        <a href="#/file">open a game from a file</a>
      </p>
      {all?.damaged.map(({ runId, message }) => (
        <p key={runId} class="damaged" role="note">
          <strong>{runId}</strong> cannot be read: {message}
        </p>
      ))}
      {all?.runs.length === 0 && (
        <p>
          There is no run in {all.place} yet. <code>npx relationship-sim demo</code> or <code>npx lm-game demo</code> makes some,
          offline.
        </p>
      )}
      <div ref={place} class="lines" tabIndex={0} aria-label="List of runs">
        <table aria-rowcount={lines.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {COLUMNS.map(({ title, key, className }) => (
                <th
                  key={className + title}
                  scope="col"
                  class={className}
                  aria-sort={key === undefined || key !== plan.sort ? undefined : plan.isDescending ? 'descending' : 'ascending'}
                >
                  {key === undefined ? (
                    title === '' ? (
                      <span class="unseen">Chosen</span>
                    ) : (
                      title
                    )
                  ) : (
                    <button type="button" onClick={() => sortBy(key)}>
                      {title}
                      <span aria-hidden="true">{key === plan.sort ? (plan.isDescending ? ' ↓' : ' ↑') : ''}</span>
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr aria-hidden="true" class="spacer" style={{ height: `${shown.from * lineHeight}px` }} />
            {lines.slice(shown.from, shown.until).map((line, at) =>
              line.kind === 'group' ? (
                <tr key={line.key} class="group" aria-rowindex={shown.from + at + 2}>
                  <th scope="rowgroup" colSpan={COLUMNS.length}>
                    <button type="button" aria-expanded={line.isOpen} onClick={() => toggle(line.key)}>
                      <span aria-hidden="true">{line.isOpen ? '▾' : '▸'}</span> {line.label}{' '}
                      <span class="quiet">{thingsInWords(line.runs, 'run')}</span>
                    </button>
                  </th>
                </tr>
              ) : (
                <RunLine
                  key={line.run.runId}
                  run={line.run}
                  depth={line.depth}
                  place={shown.from + at + 2}
                  isChosen={chosen.includes(line.run.runId)}
                  onChoose={choose}
                />
              ),
            )}
            <tr aria-hidden="true" class="spacer" style={{ height: `${(lines.length - shown.until) * lineHeight}px` }} />
          </tbody>
        </table>
      </div>
    </section>
  );
}

function useIsNarrow(): boolean {
  const [isNarrow, setIsNarrow] = useState(() => matchMedia('(max-width: 48rem)').matches);
  useEffect(() => {
    const query = matchMedia('(max-width: 48rem)');
    const follow = (): void => setIsNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isNarrow;
}
