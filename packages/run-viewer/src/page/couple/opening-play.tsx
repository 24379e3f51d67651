import { asSentence, scenePath } from '@entente/relationship';
import { useContext } from 'preact/hooks';
import { AloneEach } from './alone';
import { CallLinks, EditedCalls } from './call-link';
import { Missing } from './missing';
import type { SceneStory } from './story/scene-story';
import { ShownContext, useTelling } from './telling';

/** Beginning of a scene: its place, what both know, what each knows alone, and news from outside. */
export function OpeningPlay({ scene }: { readonly scene: SceneStory }) {
  const { names } = useTelling();
  const shown = useContext(ShownContext);
  const { setting, others, situation, onlyKnows, goals, conflict, insteadOf } = scene.opening;
  const present = others.length === 0 ? '' : `With them: ${asSentence(others.join('; '))}`;
  const place = [setting.trim() === '' ? '' : asSentence(setting), present].filter((part) => part !== '').join(' ');
  const calls = [
    { name: 'opening', path: scenePath(scene.scene, 'opening') },
    { name: 'private matters', path: scenePath(scene.scene, 'context') },
  ];
  return (
    <>
      <EditedCalls calls={calls} />
      <p class="setting" dir="auto">
        {place}
        {scene.brought.length > 0 && ` By now ${scene.brought.join('; ')}.`}
      </p>
      {insteadOf !== undefined && (
        <p class="aside">The step “{insteadOf}” of the arc does not fit the two here; another scene stands in for it.</p>
      )}
      <Missing missing={scene.missing.filter(({ type }) => OF_OPENING.has(type))} />
      {scene.events.map(({ event, knownTo }, at) => (
        <p key={at} class="outside" dir="auto">
          <span class="who">From outside{knownTo.length === 1 && knownTo[0] ? `, to ${names[knownTo[0]]} alone` : ''}:</span>{' '}
          {event}
        </p>
      ))}
      <p class="narration" dir="auto">
        {situation}
      </p>
      {shown.has('secrets') && (
        <>
          <AloneEach texts={onlyKnows} says="Only % knows:" />
          <AloneEach texts={scene.contexts} says="Only % knows:" />
          <AloneEach texts={goals} says="% wants:" />
          {conflict.trim() !== '' && (
            <p class="alone neither">
              <span class="who">Neither is told what pulls them apart:</span> <bdi>{conflict}</bdi>
            </p>
          )}
        </>
      )}
      {shown.has('calls') && <CallLinks calls={calls} />}
    </>
  );
}

const OF_OPENING: ReadonlySet<string> = new Set(['opening-missing', 'context-missing', 'memory-appraisal-missing']);
