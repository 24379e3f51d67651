import { RELATION_STATE_NAMES, relationInWords } from '@entente/relationship';
import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import type { Reading } from '../reading';
import type { CoupleStory } from '../story/couple-story';
import { CommitmentCourse } from './commitment-course';
import { EmotionCharts } from './emotion-charts';
import { RelationPath } from './relation-path';
import { SecretsList } from './secrets-list';

/** Course of a relationship beside its play; it follows the scene in view. */
export const Course = memo(function Course(props: {
  readonly story: CoupleStory;
  /** Index of the scene in view. */
  readonly at: number;
  readonly show: Reading['show'];
}) {
  const { story, at, show } = props;
  const scene = story.scenes[at];
  if (scene === undefined) return null;
  const known = RELATION_STATE_NAMES.filter((state) => scene.relation[state] !== 'unknown');
  return (
    <aside class="course" aria-label={`Course of the relationship, at scene ${scene.scene}`} tabIndex={0} id="course">
      <CommitmentCourse scenes={story.scenes} at={scene} />
      <Part name="Emotions">
        <EmotionCharts scenes={story.scenes} at={scene} />
      </Part>
      <Part name="Between them">
        <p>
          {known.length === 0
            ? 'Nothing has shown yet.'
            : `After scene ${scene.scene}: ${known.map((state) => relationInWords(state, scene.relation[state])).join('; ')}.`}
        </p>
        <RelationPath scenes={story.scenes} at={scene.scene} show={show} />
      </Part>
      <Part name="Who knows what">
        <SecretsList secrets={story.state.secrets} scene={scene.scene} />
      </Part>
    </aside>
  );
});

function Part({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <details open>
      <summary>
        <h2>{name}</h2>
      </summary>
      {children}
    </details>
  );
}
