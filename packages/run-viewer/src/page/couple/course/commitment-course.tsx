import { useMemo } from 'preact/hooks';
import { LineChart } from '../../charts/line-chart';
import type { Series } from '../../charts/series';
import { reasonInWords } from '../story/missing-in-words';
import type { SceneStory } from '../story/scene-story';
import { Name, type Telling, useTelling } from '../telling';

/** Commitment of both over the scenes, and the judge's reasons for the scene in view. */
export function CommitmentCourse({ scenes, at }: { readonly scenes: readonly SceneStory[]; readonly at: SceneStory }) {
  const telling = useTelling();
  const series = useMemo(() => commitmentSeries(scenes, telling), [scenes, telling]);
  return (
    <>
      <LineChart
        title="Commitment"
        caption="after each scene, by the judge"
        series={series}
        xName="scene"
        yName="commitment"
        yRange={[0, 10]}
        xMarked={at.scene}
        height={190}
      />
      <div class="judged">
        {telling.order.map((partner) => {
          const judged = at.commitment[partner];
          return (
            <p key={partner}>
              <Name of={partner} />{' '}
              {judged === undefined ? (
                <span class="quiet">not judged yet</span>
              ) : judged.score === null ? (
                <span class="missing">no score: {reasonInWords(judged.missing.reason)}</span>
              ) : (
                <>
                  <strong class="figure">{judged.score.toFixed(1)}</strong> <bdi>{judged.reasoning}</bdi>
                </>
              )}
            </p>
          );
        })}
      </div>
    </>
  );
}

/** One line for each partner, in the order of the couple's file. A missing score is a gap. */
export function commitmentSeries(
  scenes: readonly SceneStory[],
  { order, names, places }: Pick<Telling, 'order' | 'names' | 'places'>,
): readonly Series[] {
  return order.map((partner) => ({
    name: shortened(names[partner]),
    color: `--${places[partner]}`,
    points: scenes.flatMap(({ scene, commitment, ending }) => {
      const judged = commitment[partner];
      return judged === undefined && ending === 'under-way' ? [] : [{ x: scene, y: judged?.score ?? null }];
    }),
  }));
}

/** Longest name that a chart has room for. */
const LONGEST = 14;

function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= LONGEST ? name : `${letters.slice(0, LONGEST - 1).join('')}…`;
}
