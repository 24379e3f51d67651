import type { Reading } from './reading';
import { SceneHeading, ScenePlay } from './scene-play';
import type { SceneStory } from './story/scene-story';

/** A scene, or its heading in a space of about its height as long as it is not laid out. */
export function LazyScene(props: {
  readonly id: string;
  readonly scene: SceneStory;
  readonly before: SceneStory | undefined;
  /** Undefined for a scene that is not laid out yet. */
  readonly show: Reading['show'] | undefined;
}) {
  const { id, scene, before, show } = props;
  return (
    <section id={id} class="scene" style={{ '--height': `${heightOf(scene)}px` }}>
      {show === undefined ? (
        <div class="not-laid-out">
          <SceneHeading scene={scene} />
        </div>
      ) : (
        <ScenePlay scene={scene} before={before} show={show} />
      )}
    </section>
  );
}

/** Rough height of a scene before it is laid out, by the length of its text, in pixels. */
export function heightOf({ opening, beats }: SceneStory): number {
  const told = beats.map(({ narrative, move }) => {
    const text = typeof move === 'object' && move !== null ? move.deed + move.words : '';
    return 60 + (narrative.length + text.length) * 0.4;
  });
  return Math.round(500 + opening.situation.length * 0.4 + told.reduce((sum, each) => sum + each, 0));
}
