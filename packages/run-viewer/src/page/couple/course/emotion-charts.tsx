import { EMOTIONS } from '@entente/relationship';
import { useMemo } from 'preact/hooks';
import type { SceneStory } from '../story/scene-story';
import { Name, useTelling } from '../telling';
import { emotionCourse, emotionInWords, emotionPath, feltAfter, thinned } from './emotion-course';

const WIDTH = 110;
const HEIGHT = 36;

/** Eight emotions of both over the whole story, one small chart each, with the scene in view marked. */
export function EmotionCharts({ scenes, at }: { readonly scenes: readonly SceneStory[]; readonly at: SceneStory }) {
  const { order, names, places } = useTelling();
  const first = scenes[0]?.scene ?? 1;
  const last = scenes.at(-1)?.scene ?? 1;
  const courses = useMemo(() => order.map((partner) => emotionCourse(scenes, partner)), [scenes, order]);
  const paths = useMemo(
    () =>
      EMOTIONS.map((emotion) =>
        courses.map((course) => emotionPath(thinned(course), emotion, { first, last, width: WIDTH, height: HEIGHT })),
      ),
    [courses, first, last],
  );
  const step = WIDTH / (last + 1 - first);
  const now = courses.map((course) => feltAfter(course, at.scene));
  return (
    <>
      <p class="key">
        <Name of={order[0]} /> <Line place="first" /> <Name of={order[1]} /> <Line place="second" />
      </p>
      <ul class="emotions">
        {EMOTIONS.map((emotion, row) => {
          const figures = now.map((felt) => (felt === undefined ? '–' : felt[emotion].toFixed(2)));
          return (
            <li key={emotion}>
              <span class="emotion">{emotionInWords(emotion)}</span>
              <svg
                viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`}
                role="img"
                aria-label={`${emotionInWords(emotion)} after scene ${at.scene}: ${order
                  .map((partner, index) => `${names[partner]} ${figures[index] ?? '–'}`)
                  .join(', ')}`}
              >
                <rect class="now" x={(at.scene - first) * step} y={-2} width={step} height={HEIGHT + 4} />
                <line class="floor" x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
                {order.map((partner, index) => (
                  <path key={partner} class={places[partner]} d={paths[row]?.[index] ?? ''} />
                ))}
              </svg>
              <span class="figures" aria-hidden="true">
                <span class="first">{figures[0]}</span> <span class="second">{figures[1]}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Line({ place }: { readonly place: 'first' | 'second' }) {
  return (
    <svg class="line" viewBox="0 0 24 6" aria-hidden="true">
      <path class={place} d="M0 3H24" />
    </svg>
  );
}
