import { useEffect, useState } from 'preact/hooks';
import { useTitle } from '../frame/use-title';
import { Course } from './course/course';
import { LazyScene } from './lazy-scene';
import { ReadingBar } from './reading-bar';
import { titleOf } from './scene-play';
import { StoryHead } from './story-head';
import { TellingProvider, useTellingOf } from './telling';
import { useReadingPlace } from './use-reading-place';
import { sceneId } from './use-scene-in-view';
import { type ToldRun, useStory } from './use-story';
import '../styles/couple.css';

/** Shows a relationship: its transcript as a play, and its course beside it. */
export function CoupleView({ runId }: { readonly runId: string }) {
  const told = useStory(runId);
  if (told.state === 'loading') return <p class="waiting">Loading …</p>;
  if (told.state === 'failed') return <p role="alert">{told.message}</p>;
  return <Story runId={runId} told={told.value} />;
}

function Story({ runId, told: { head, story } }: { readonly runId: string; readonly told: ToldRun }) {
  const { scenes } = story;
  const telling = useTellingOf(runId, { head, story });
  const place = ['run', runId];
  const { reading, change, inView, settled, showOf, show } = useReadingPlace(
    place,
    scenes.map(({ scene }) => scene),
  );
  const [follows, setFollows] = useState(false);
  useTitle(telling.order.map((partner) => telling.names[partner]).join(' & '));
  useEffect(() => {
    if (follows) document.querySelector('.play > :last-child')?.scrollIntoView({ block: 'end' });
  }, [follows, story]);
  useEffect(() => {
    if (!follows) return undefined;
    const stay = (event: Event): void => {
      if (!(event instanceof WheelEvent) || event.deltaY < 0) setFollows(false); // who reads back is not pulled on
    };
    addEventListener('wheel', stay, { passive: true });
    addEventListener('touchmove', stay, { passive: true });
    return () => {
      removeEventListener('wheel', stay);
      removeEventListener('touchmove', stay);
    };
  }, [follows]);

  return (
    <TellingProvider value={telling}>
      <article class="couple">
        <StoryHead head={head} story={story} />
        <ReadingBar
          place={place}
          scenes={scenes.map((scene) => ({ scene: scene.scene, title: titleOf(scene) }))}
          at={inView}
          reading={reading}
          change={change}
        >
          <button type="button" class="to-course" onClick={() => document.getElementById('course')?.scrollIntoView()}>
            Course
          </button>
          {head.row.status === 'unfinished' && (
            <label class="follow">
              <input type="checkbox" checked={follows} onChange={() => setFollows(!follows)} /> follow
            </label>
          )}
        </ReadingBar>
        <div class="spread">
          <div class="play">
            {scenes.length === 0 && <p class="waiting">No scene has opened yet.</p>}
            {scenes.map((scene, index) => (
              <LazyScene
                key={scene.scene}
                id={sceneId(scene.scene)}
                scene={scene}
                before={scenes[index - 1]}
                show={showOf(index)}
              />
            ))}
          </div>
          <Course story={story} at={settled} show={show} />
        </div>
      </article>
    </TellingProvider>
  );
}
