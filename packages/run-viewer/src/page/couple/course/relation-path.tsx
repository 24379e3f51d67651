import { isRelationValue, RELATION_STATE_NAMES, relationInWords } from '@entente/relationship';
import { memo } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import { linkTo } from '../../data/route';
import { queryOf, type Reading } from '../reading';
import { titleOf } from '../scene-play';
import type { SceneStory } from '../story/scene-story';
import { useTelling } from '../telling';

/** The eight states of the relationship as a path: a table of the scenes in which only changes are marked. Scenes are links. */
export function RelationPath(props: {
  readonly scenes: readonly SceneStory[];
  readonly at: number;
  readonly show: Reading['show'];
}) {
  const { scenes, at, show } = props;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => keepInView(frame.current), [at]);
  return (
    <div ref={frame} class="path" tabIndex={0} role="region" aria-label="States of the relationship, scene by scene">
      <table>
        <thead>
          <tr>
            {RELATION_STATE_NAMES.map((state) => (
              <th key={state} scope="col">
                {state}
              </th>
            ))}
          </tr>
        </thead>
        {scenes.map((scene) => (
          <Row key={scene.scene} scene={scene} isNow={scene.scene === at} show={show} />
        ))}
      </table>
    </div>
  );
}

const Row = memo(function Row(props: { readonly scene: SceneStory; readonly isNow: boolean; readonly show: Reading['show'] }) {
  const { scene, isNow, show } = props;
  const { runId } = useTelling();
  const title = titleOf(scene);
  const { turningPoint } = scene.opening;
  return (
    <tbody class={isNow ? 'now' : undefined}>
      <tr>
        <th scope="rowgroup" colSpan={RELATION_STATE_NAMES.length}>
          <a href={linkTo(['run', runId], queryOf({ scene: scene.scene, show }))} aria-current={isNow ? 'location' : undefined}>
            <span class="figure">{scene.scene}</span> <bdi>{title}</bdi>
          </a>
          {turningPoint !== title && <bdi class="quiet"> {turningPoint}</bdi>}
        </th>
      </tr>
      <tr>
        {RELATION_STATE_NAMES.map((state) => (
          <Cell key={state} scene={scene} state={state} />
        ))}
      </tr>
    </tbody>
  );
});

function Cell({ scene, state }: { readonly scene: SceneStory; readonly state: (typeof RELATION_STATE_NAMES)[number] }) {
  const change = scene.changes.findLast((each) => each.kind === 'state' && each.state === state);
  if (change?.kind !== 'state' || !isRelationValue(state, change.to) || change.from === change.to) return <td />;
  return (
    <td class="changed" title={`${relationInWords(state, change.to)}${change.quote === '' ? '' : `: “${change.quote}”`}`}>
      {change.to}
    </td>
  );
}

/** Scrolls a frame, and nothing around it, so that the row of the present scene stands in the middle. */
function keepInView(frame: HTMLElement | null): void {
  const row = frame?.querySelector<HTMLElement>('tbody.now');
  if (frame && row) frame.scrollTop = row.offsetTop - frame.clientHeight / 2;
}
