import { useTitle } from '../frame/use-title';
import { GameAbout } from './game-about';
import { GameScreen } from './game-screen';
import { useLiveStory } from './story/use-live-story';

/** Shows a game of Diplomacy from its journal, also while it is played. */
export function GameView({ runId }: { readonly runId: string }) {
  const live = useLiveStory(runId);
  useTitle(runId);
  if (live.state === 'loading') return <p class="waiting">Loading …</p>;
  if (live.state === 'failed') return <p role="alert">{live.message}</p>;
  const { head, story, isLive } = live.value;
  return (
    <GameScreen title={runId} story={story} isLive={isLive}>
      <GameAbout head={head} story={story} />
    </GameScreen>
  );
}
