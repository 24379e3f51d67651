import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Searched, SearchHit, SearchLine } from '../../server/search/search-line';
import { linkTo, useRoute } from '../data/route';
import { countInWords, thingsInWords } from '../frame/quantities';
import { useTitle } from '../frame/use-title';
import { readSearch } from './read-search';
import '../styles/search.css';

type FoundRun = Extract<SearchLine, { kind: 'run' }>;

interface Found {
  readonly runs: readonly FoundRun[];
  readonly searched: number;
  readonly of: number;
  readonly state: 'searching' | 'over' | 'stopped' | 'failed';
  readonly message?: string | undefined;
}

const PLACES: readonly { readonly key: Searched; readonly label: string }[] = [
  { key: 'said', label: 'said and done' },
  { key: 'thought', label: 'thought' },
  { key: 'asked', label: 'asked of models' },
];
const NOTHING: Found = { runs: [], searched: 0, of: 0, state: 'searching' };

/** Shows every place at which words were said, thought or asked, run by run, as the search finds them. */
export function SearchView({ words }: { readonly words: string }) {
  const { query } = useRoute();
  const places = query.get('in') ?? 'said,thought';
  const [found, setFound] = useState<Found>(NOTHING);
  const stop = useRef<AbortController | undefined>(undefined);
  useTitle(words === '' ? 'Search' : `Search: ${words}`);
  const asked = useMemo(() => {
    const all = new URLSearchParams(query);
    all.set('in', places);
    return all;
  }, [query.toString()]);
  useEffect(() => {
    if (words === '') return undefined;
    const gone = new AbortController();
    stop.current = gone;
    setFound(NOTHING);
    const put = (change: Partial<Found> | ((before: Found) => Found)): void => {
      if (stop.current === gone) setFound((before) => (typeof change === 'function' ? change(before) : { ...before, ...change }));
    };
    readSearch(
      asked,
      (line) => {
        if (line.kind === 'run') put((before) => ({ ...before, runs: [...before.runs, line] }));
        else if (line.kind === 'progress') put({ searched: line.searched, of: line.of });
        else put({ searched: line.searched, of: line.searched, state: 'over' });
      },
      gone.signal,
    ).catch((error: unknown) => put({ state: gone.signal.aborted ? 'stopped' : 'failed', message: String(error) }));
    return () => gone.abort();
  }, [asked.toString()]);
  const hits = found.runs.reduce((sum, run) => sum + run.hits.length, 0);
  const toggle = (key: Searched): void => {
    const now = new Set(places.split(','));
    if (!now.delete(key)) now.add(key);
    if (now.size > 0) location.hash = linkTo(['search'], { ...Object.fromEntries(query), q: words, in: [...now].join(',') });
  };
  if (words === '') return <p>Write the words to look for into the field above; phrases stand in quotation marks.</p>;
  return (
    <section class="search">
      <h1>“{words}”</h1>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        {PLACES.map(({ key, label }) => (
          <label key={key}>
            <input type="checkbox" checked={places.split(',').includes(key)} onChange={() => toggle(key)} /> {label}
          </label>
        ))}
        {found.state === 'searching' && (
          <button type="button" onClick={() => stop.current?.abort()}>
            Stop
          </button>
        )}
      </form>
      <p role="status" class="quiet">
        {statusOf(found, hits)}
      </p>
      {found.runs.map(({ run, hits: own, isMore }) => (
        <section key={run.runId} class="found" aria-label={run.title}>
          <h2>
            <a href={linkTo(['run', run.runId])}>{run.title}</a>{' '}
            <span class="quiet">
              {run.runId}
              {run.study === null ? '' : ` · ${run.study}${run.condition === null ? '' : ` › ${run.condition}`}`}
            </span>
          </h2>
          <ul>
            {own.map((hit, at) => (
              <li key={at}>
                <a href={placeOf(run.runId, run.program, hit)}>
                  {hit.step ?? 'before'}
                  {hit.who === null ? '' : `, ${hit.who}`}
                </a>{' '}
                <span class="kind">{hit.as}</span>
                <p>
                  <Marked hit={hit} />
                </p>
              </li>
            ))}
          </ul>
          {isMore && (
            <a href={linkTo(['search'], { q: words, in: places, run: run.runId, hits: '1000' })}>All places in this run</a>
          )}
        </section>
      ))}
    </section>
  );
}

/** An excerpt with its matches marked. */
function Marked({ hit: { text, matches } }: { readonly hit: Pick<SearchHit, 'text' | 'matches'> }) {
  let at = 0;
  const pieces = matches.flatMap(([from, to]) => {
    if (from < at) return [];
    const piece = [text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>];
    at = to;
    return piece;
  });
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}

function statusOf({ state, searched, of, message, runs }: Found, hits: number): string {
  const found = `${thingsInWords(hits, 'place')} in ${thingsInWords(runs.length, 'run')}`;
  if (state === 'failed') return message ?? 'The search failed.';
  if (state === 'over') return `${found}; ${thingsInWords(searched, 'run')} searched.`;
  if (state === 'stopped') return `${found}; stopped after ${thingsInWords(searched, 'run')}.`;
  return `${found} so far; ${countInWords(searched)} of ${thingsInWords(of, 'run')} searched …`;
}

/** Link to the call that was asked, or to the scene or phase of a fact. */
function placeOf(runId: string, program: string, { as, entry, step }: SearchHit): string {
  if (as === 'asked') return linkTo(['run', runId, 'call', entry]);
  if (step === null) return linkTo(['run', runId]);
  return linkTo(['run', runId], program === 'relationship' ? { scene: step.replace('scene-', '') } : { phase: step });
}
