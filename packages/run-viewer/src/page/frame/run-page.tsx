import { useLayoutEffect } from 'preact/hooks';
import { beginReading } from '../data/run-entries';
import { useRunHead } from '../data/use-run';
import { linkTo } from '../data/route';
import { lazyView } from './lazy-view';

const CoupleView = lazyView(async () => (await import('../couple/couple-view')).CoupleView);
const GameView = lazyView(async () => (await import('../game/game-view')).GameView);

/** Shows a run by the view of its kind. */
export function RunPage({ runId }: { readonly runId: string }) {
  const head = useRunHead(runId);
  useLayoutEffect(() => beginReading(runId), [runId]);
  if (head.state === 'loading') return <p class="waiting">Loading …</p>;
  if (head.state === 'failed') return <p role="alert">{head.message}</p>;
  const { program, about, title } = head.value.row;
  if (program === 'relationship') return <CoupleView runId={runId} />;
  if (program === 'diplomacy') return <GameView runId={runId} />;
  if (about !== null)
    return (
      <>
        <h1 tabIndex={-1}>{title}</h1>
        <p>
          What it found is shown <a href={linkTo(['run', about], { tab: 'moments' })}>with the game</a>.{' '}
          <a href={linkTo(['run', runId, 'calls'])}>Its calls</a>
        </p>
      </>
    );
  return (
    <p>
      This page has no view for runs of the kind “{program}”. <a href={linkTo(['run', runId, 'calls'])}>Its calls</a> can be read
      all the same.
    </p>
  );
}
