import { useRunHead } from '../data/use-run';
import { lazyView } from '../frame/lazy-view';
import '../styles/compare.css';

const CompareCouples = lazyView(async () => (await import('./couples/compare-couples')).CompareCouples);
const CompareGames = lazyView(async () => (await import('./games/compare-games')).CompareGames);

/** Shows two runs of one kind side by side. */
export function CompareView({ first, second }: { readonly first: string; readonly second: string }) {
  const heads = [useRunHead(first), useRunHead(second)] as const;
  const [one, other] = heads;
  for (const head of heads) if (head.state === 'failed') return <p role="alert">{head.message}</p>;
  if (one.state !== 'ready' || other.state !== 'ready') return <p class="waiting">Loading …</p>;
  const kinds = [one.value.row.program, other.value.row.program];
  if (kinds.every((kind) => kind === 'relationship')) return <CompareCouples first={first} second={second} />;
  if (kinds.every((kind) => kind === 'diplomacy')) return <CompareGames first={one.value} second={other.value} />;
  return (
    <p>
      A {kinds[0]} and a {kinds[1]} have nothing to set side by side. Choose two runs of one kind.
    </p>
  );
}
