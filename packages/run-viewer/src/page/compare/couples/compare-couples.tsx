import { useMemo } from 'preact/hooks';
import { LineChart } from '../../charts/line-chart';
import { commitmentSeries } from '../../couple/course/commitment-course';
import { ReadingBar } from '../../couple/reading-bar';
import { queryOf } from '../../couple/reading';
import { useTellingOf } from '../../couple/telling';
import { useReadingPlace } from '../../couple/use-reading-place';
import { type ToldRun, useStory } from '../../couple/use-story';
import { linkTo } from '../../data/route';
import { useTitle } from '../../frame/use-title';
import { CompareHead } from '../compare-head';
import { runNames } from '../run-names';
import { compareScenes, type ScenePair } from './compare-scenes';
import { foldSame, type Row } from '../fold-same';
import { SameScenes, sameInWords, ScenesBeside, titleOfPair } from './scenes-beside';
import '../../styles/couple.css';

/** Two runs of couples side by side, aligned by scene. Scenes that are the same are folded away. */
export function CompareCouples({ first, second }: { readonly first: string; readonly second: string }) {
  const [one, other] = [useStory(first), useStory(second)];
  for (const told of [one, other]) if (told.state === 'failed') return <p role="alert">{told.message}</p>;
  if (one.state !== 'ready' || other.state !== 'ready') return <p class="waiting">Loading …</p>;
  return <Beside ids={[first, second]} told={[one.value, other.value]} />;
}

function Beside({ ids, told }: { readonly ids: readonly [string, string]; readonly told: readonly [ToldRun, ToldRun] }) {
  const [first, second] = told;
  const [one, other] = [useTellingOf(ids[0], first), useTellingOf(ids[1], second)];
  const tellings = useMemo(() => [one, other] as const, [one, other]);
  const names = useMemo(() => runNames(first.head.row, second.head.row), [first.head.row, second.head.row]);
  const pairs = useMemo(() => compareScenes(first.story.scenes, second.story.scenes), [first.story, second.story]);
  const rows = useMemo(() => foldSame(pairs, ({ firstDifference }) => firstDifference === null), [pairs]);
  const place = ['compare', ...ids];
  const { reading, change, inView, settled, showOf } = useReadingPlace(
    place,
    rows.map((row) => optionOf(row).scene),
  );
  const titles = tellings.map(({ order, names: people }) => order.map((partner) => people[partner]).join(' & '));
  const title = [...new Set(titles)].join(' and ');
  useTitle(`${title}, compared`);
  const series = useMemo(
    () =>
      told.flatMap(({ story }, at) =>
        tellings[at] === undefined
          ? []
          : commitmentSeries(story.scenes, tellings[at]).map((line) => ({ ...line, name: `${line.name}, ${names[at] ?? ''}` })),
      ),
    [first.story, second.story],
  );
  const settledRow = rows[settled];
  const difference = pairs.find(({ firstDifference }) => firstDifference !== null);
  return (
    <article class="couple compare">
      <CompareHead title={title} heads={[first.head, second.head]} names={names} />
      <LineChart
        title="Commitment of both runs"
        caption="after each scene, by the judge"
        series={series}
        xName="scene"
        yName="commitment"
        yRange={[0, 10]}
        xMarked={settledRow && optionOf(settledRow).scene}
        height={240}
      />
      <p class="first-difference">
        {difference === undefined ? (
          'No scene differs.'
        ) : (
          <>
            They first differ in{' '}
            <a href={linkTo(place, queryOf({ ...reading, scene: difference.scene }))}>
              scene {difference.scene}, by {difference.firstDifference?.differsBy}
              {placeInWords(difference)}
            </a>
            .
          </>
        )}
      </p>
      <ReadingBar place={place} scenes={rows.map(optionOf)} at={inView} reading={reading} change={change} />
      <div class="play">
        {rows.map((row, index) =>
          'same' in row ? (
            <SameScenes key={row.same[0].scene} pairs={row.same} names={names} tellings={tellings} show={showOf(index)} />
          ) : (
            <ScenesBeside
              key={row.different.scene}
              pair={row.different}
              before={pairs[pairs.indexOf(row.different) - 1]}
              isFirstDifference={row.different === difference}
              names={names}
              tellings={tellings}
              show={showOf(index)}
            />
          ),
        )}
      </div>
    </article>
  );
}

/** A row as the list of scenes names it. */
function optionOf(row: Row<ScenePair>): { readonly scene: number; readonly title: string } {
  if ('same' in row) return { scene: row.same[0].scene, title: sameInWords(row.same) };
  return { scene: row.different.scene, title: titleOfPair(row.different) };
}

function placeInWords({ firstDifference }: ScenePair): string {
  const [, beat] = /^beat-(\d+)$/.exec(firstDifference?.key ?? '') ?? [];
  return beat === undefined ? '' : ` of moment ${beat}`;
}
