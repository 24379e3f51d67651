import { memo } from 'preact/compat';
import { BeatPlay } from '../../couple/beat-play';
import { heightOf } from '../../couple/lazy-scene';
import { OpeningPlay } from '../../couple/opening-play';
import type { Reading } from '../../couple/reading';
import { SceneEnd } from '../../couple/scene-end';
import { titleOf } from '../../couple/scene-play';
import type { SceneStory } from '../../couple/story/scene-story';
import { ShownContext, type Telling, TellingProvider } from '../../couple/telling';
import { sceneId } from '../../couple/use-scene-in-view';
import { Fold } from '../fold';
import type { PartPair, ScenePair } from './compare-scenes';

interface ScenesBesideProps {
  readonly pair: ScenePair;
  readonly before: ScenePair | undefined;
  readonly isFirstDifference: boolean;
  readonly names: readonly [string, string];
  readonly tellings: readonly [Telling, Telling];
  /** Undefined for scenes that are not laid out yet. */
  readonly show: Reading['show'] | undefined;
}

/** Two scenes with the same number that differ, part by part; parts that are the same are folded away. */
export const ScenesBeside = memo(function ScenesBeside(props: ScenesBesideProps) {
  const { pair, show } = props;
  const any = pair.first ?? pair.second;
  return (
    <section id={sceneId(pair.scene)} class="scene" style={{ '--height': `${any === undefined ? 0 : heightOf(any)}px` }}>
      <h2>
        <span class="number">Scene {pair.scene}</span> <bdi>{titleOfPair(pair)}</bdi>
      </h2>
      {show === undefined ? (
        <div class="not-laid-out" />
      ) : (
        <ShownContext.Provider value={show}>
          <Parts {...props} />
        </ShownContext.Provider>
      )}
    </section>
  );
});

/** Scenes that are the same in both runs, each to be unfolded. */
export const SameScenes = memo(function SameScenes(
  props: Omit<ScenesBesideProps, 'pair' | 'before' | 'isFirstDifference'> & {
    readonly pairs: readonly [ScenePair, ...ScenePair[]];
  },
) {
  const { pairs, show } = props;
  return (
    <section id={sceneId(pairs[0].scene)} class="scene same">
      <Fold name={<h2>{sameInWords(pairs)}</h2>}>
        {() => (
          <ShownContext.Provider value={show ?? NOTHING}>
            {pairs.map((pair, at) => (
              <Fold
                key={pair.scene}
                name={
                  <>
                    {pair.scene} <bdi>{titleOfPair(pair)}</bdi>
                  </>
                }
              >
                {() =>
                  pair.parts.map((part) => (
                    <PartOf
                      key={part.key}
                      {...props}
                      pair={pair}
                      before={pairs[at - 1]}
                      isFirstDifference={false}
                      part={part}
                      at={0}
                    />
                  ))
                }
              </Fold>
            ))}
          </ShownContext.Provider>
        )}
      </Fold>
    </section>
  );
});

const NOTHING: Reading['show'] = new Set();

/** Words for scenes that are the same: `Scenes 1 to 4 are the same`. */
export function sameInWords(pairs: readonly [ScenePair, ...ScenePair[]]): string {
  const [{ scene: first }] = pairs;
  const last = pairs.at(-1)?.scene ?? first;
  return first === last ? `Scene ${first} is the same` : `Scenes ${first} to ${last} are the same`;
}

/** Titles of two scenes, one where they are the same. */
export function titleOfPair({ first, second }: ScenePair): string {
  const titles = [first, second].flatMap((scene) => (scene === undefined ? [] : [titleOf(scene)]));
  return [...new Set(titles)].join(' / ');
}

function Parts(props: ScenesBesideProps) {
  const { pair, isFirstDifference, names } = props;
  const { scene, first, second, firstDifference, parts } = pair;
  if (first !== undefined && second !== undefined)
    return (
      <>
        {parts.map((part) => (
          <PartBeside key={part.key} {...props} part={part} isFirst={isFirstDifference && part === firstDifference} />
        ))}
      </>
    );
  return (
    <div class="beside">
      {[first, second].map((story, at) => (
        <div key={at} class={at === 0 ? 'side first' : 'side second'}>
          <p class="of-run">{names[at]}</p>
          {story === undefined ? (
            <p class="quiet">This run has no scene {scene}.</p>
          ) : (
            parts.map((part) => <PartOf key={part.key} {...props} part={part} at={at === 0 ? 0 : 1} />)
          )}
        </div>
      ))}
    </div>
  );
}

/** One part of both scenes: folded where it is the same, otherwise side by side. */
function PartBeside(props: ScenesBesideProps & { readonly part: PartPair; readonly isFirst: boolean }) {
  const { part, isFirst, names } = props;
  if (part.differsBy === null) return <Fold name={`${nameOf(part)}: the same`}>{() => <PartOf {...props} at={0} />}</Fold>;
  return (
    <div class={isFirst ? 'beside is-first' : 'beside'}>
      <p class="differs">
        {isFirst ? 'First difference: ' : 'Differs by '}
        {part.differsBy}
      </p>
      {([0, 1] as const).map((at) => (
        <div key={at} class={at === 0 ? 'side first' : 'side second'}>
          <p class="of-run">{names[at]}</p>
          <PartOf {...props} at={at} />
        </div>
      ))}
    </div>
  );
}

/** One part of the scene of one run. */
function PartOf({ pair, before, part, tellings, at }: ScenesBesideProps & { readonly part: PartPair; readonly at: 0 | 1 }) {
  const scene = at === 0 ? pair.first : pair.second;
  if (scene === undefined) return null;
  const beat = at === 0 ? part.first : part.second;
  return (
    <TellingProvider value={tellings[at]}>
      {contentOf(part, scene, beat, at === 0 ? before?.first : before?.second)}
    </TellingProvider>
  );
}

function contentOf(part: PartPair, scene: SceneStory, beat: PartPair['first'], before: SceneStory | undefined) {
  if (part.key === 'opening') return <OpeningPlay scene={scene} />;
  if (part.key === 'end') return <SceneEnd scene={scene} before={before} />;
  return beat === undefined ? <p class="quiet">There is no such moment in this run.</p> : <BeatPlay scene={scene} beat={beat} />;
}

function nameOf({ key }: PartPair): string {
  if (key === 'opening') return 'Opening';
  return key === 'end' ? 'End of the scene' : `Moment ${key.slice('beat-'.length)}`;
}
