import { memo } from 'preact/compat';
import { BeatPlay } from './beat-play';
import { OpeningPlay } from './opening-play';
import type { Reading } from './reading';
import { SceneEnd } from './scene-end';
import type { SceneStory } from './story/scene-story';
import { ShownContext } from './telling';

/** One scene, whole. It is made again only when the scene itself has changed. */
export const ScenePlay = memo(function ScenePlay(props: {
  readonly scene: SceneStory;
  /** The scene before, for what the commitment was. */
  readonly before: SceneStory | undefined;
  readonly show: Reading['show'];
}) {
  const { scene, before, show } = props;
  return (
    <ShownContext.Provider value={show}>
      <SceneHeading scene={scene} />
      <OpeningPlay scene={scene} />
      {scene.beats.map((beat) => (
        <BeatPlay key={beat.beat} scene={scene} beat={beat} />
      ))}
      <SceneEnd scene={scene} before={before} />
    </ShownContext.Provider>
  );
});

/** Heading of a scene; scenes that are not laid out yet have it, too, so that headings are complete from the start. */
export function SceneHeading({ scene }: { readonly scene: SceneStory }) {
  return (
    <h2>
      <span class="number">Scene {scene.scene}</span> <bdi>{titleOf(scene)}</bdi>
      {scene.ending === 'under-way' && <span class="mark"> under way</span>}
      {scene.isInherited && <span class="mark"> inherited</span>}
    </h2>
  );
}

/** Title of a scene; its turning point where it has none. */
export function titleOf({ opening: { theme, turningPoint } }: SceneStory): string {
  return theme.trim() === '' ? turningPoint : theme;
}
