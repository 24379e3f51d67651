import { linkTo } from '../data/route';
import { useRunHead } from '../data/use-run';

interface Crumb {
  readonly text: string;
  /** Left out for the place that is shown. */
  readonly link?: string | undefined;
}

/** Way from the list of runs to the place that is shown; nothing on the list itself. */
export function Crumbs({ path }: { readonly path: readonly string[] }) {
  const [first, second, third, fourth] = path;
  if (first === undefined) return null;
  if (first === 'run' && second !== undefined) return <RunCrumbs key={second} runId={second} part={third} entry={fourth} />;
  if (first === 'study' && second !== undefined) return <Trail crumbs={[{ text: 'study' }, { text: second }]} />;
  if (first === 'compare') return <Trail crumbs={[{ text: 'two runs compared' }]} />;
  return <Trail crumbs={[{ text: first }]} />;
}

interface RunCrumbsProps {
  readonly runId: string;
  readonly part: string | undefined;
  readonly entry: string | undefined;
}

function RunCrumbs({ runId, part, entry }: RunCrumbsProps) {
  const head = useRunHead(runId);
  const row = head.state === 'ready' ? head.value.row : undefined;
  const run: Crumb = { text: row?.title ?? runId, link: part === undefined ? undefined : linkTo(['run', runId]) };
  const parts: readonly Crumb[] =
    part === 'calls'
      ? [{ text: 'calls' }]
      : part === 'call'
        ? [{ text: 'calls', link: linkTo(['run', runId, 'calls']) }, { text: `call ${entry ?? ''}` }]
        : [];
  const study = row?.study ?? null;
  return <Trail crumbs={[...(study === null ? [] : [{ text: study, link: linkTo(['study', study]) }]), run, ...parts]} />;
}

function Trail({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav class="crumbs" aria-label="Place">
      <ol>
        <li>
          <a href="#/">Runs</a>
        </li>
        {crumbs.map(({ text, link }) => (
          <li key={text} {...(link === undefined && { 'aria-current': 'page' as const })}>
            {link === undefined ? text : <a href={link}>{text}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
