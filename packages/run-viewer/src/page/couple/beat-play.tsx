import { beatPath, describeEmotions, otherPartner, type Partner } from '@entente/relationship';
import { useContext, useState } from 'preact/hooks';
import { Alone, AloneEach } from './alone';
import { CallLinks, EditedCalls } from './call-link';
import { Missing } from './missing';
import { RecalledMemories } from './recalled-memories';
import { moveParts } from './story/move-parts';
import type { BeatStory, SceneStory } from './story/scene-story';
import type { Aside } from './reading';
import { Name, ShownContext, useTelling } from './telling';

/** A stretch of narration and a move, with everything that went on in the two. */
export function BeatPlay({ scene, beat }: { readonly scene: SceneStory; readonly beat: BeatStory }) {
  const { names } = useTelling();
  const [isOpen, setIsOpen] = useState(false);
  const shown = useContext(ShownContext);
  const shows = (aside: Aside): boolean => isOpen || shown.has(aside);
  const other = otherPartner(beat.actor);
  const missing = scene.missing.filter((fact) => fact.beat === beat.beat);
  const recalled = scene.recalled.filter((each) => each.beat === beat.beat);
  const calls = [
    { name: 'narration', path: beatPath(scene.scene, beat.beat, 'progress') },
    { name: 'recall', path: beatPath(scene.scene, beat.beat, 'recall') },
    ...(beat.appraisals[beat.actor] === undefined
      ? []
      : [{ name: `${names[beat.actor]} feels`, path: beatPath(scene.scene, beat.beat, 'appraise') }]),
    { name: 'move', path: beatPath(scene.scene, beat.beat, 'choose') },
    ...(beat.appraisals[other] === undefined
      ? []
      : [{ name: `${names[other]} feels`, path: beatPath(scene.scene, beat.beat, 'partner') }]),
  ];
  return (
    <div class="beat">
      <Missing missing={missing.filter(({ type }) => type === 'beat-missing')} />
      {beat.narrative.trim() !== '' && (
        <p class="narration" dir="auto">
          {beat.narrative}
        </p>
      )}
      {shows('secrets') && <AloneEach texts={beat.onlySees} says="Only % sees:" />}
      {shows('memories') && recalled.map((each) => <RecalledMemories key={each.partner} recalled={each} />)}
      {shows('thoughts') && <Thought beat={beat} of={beat.actor} />}
      {shows('options') && <Offer beat={beat} />}
      <EditedCalls calls={calls} />
      <div class="move-row">
        <Move beat={beat} />
        <button
          type="button"
          class="more"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'less' : 'why'}: what lay behind this move of ${names[beat.actor]}`}
          title="Thoughts, options, memories and calls of this moment"
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'less' : 'why'}
        </button>
      </div>
      {shows('thoughts') && typeof beat.move === 'object' && beat.move !== null && beat.move.reason.trim() !== '' && (
        <Alone of={beat.actor} kind="reason" says="because:">
          {beat.move.reason}
        </Alone>
      )}
      {shows('thoughts') && <Thought beat={beat} of={other} />}
      <Missing missing={missing.filter(({ type }) => type !== 'beat-missing')} />
      {shows('calls') && <CallLinks calls={calls} />}
    </div>
  );
}

/** A move as in a play: the name, the tone, the deed, the words. */
function Move({ beat }: { readonly beat: BeatStory }) {
  const { names } = useTelling();
  if (beat.move === null)
    return (
      <p class="move pending">
        <Name of={beat.actor} /> <i>is about to move …</i>
      </p>
    );
  if (beat.move === 'missing')
    return (
      <p class="move">
        <Name of={beat.actor} /> <i>lets the moment pass.</i>
      </p>
    );
  const { tone, deed, words } = moveParts(names[beat.actor], beat.move);
  return (
    <p class="move">
      <Name of={beat.actor} />
      {beat.move.isPhrase && ':'}
      {tone !== '' && <span class="tone"> ({tone})</span>}
      {deed !== '' && <i dir="auto"> {deed}</i>}
      {words !== '' && (
        <>
          {' '}
          <q dir="auto">{words}</q>
        </>
      )}
    </p>
  );
}

function Thought({ beat, of }: { readonly beat: BeatStory; readonly of: Partner }) {
  const appraisal = beat.appraisals[of];
  if (appraisal === undefined) return null;
  return (
    <Alone of={of} kind="thought" says="% thinks:">
      {appraisal.thought} <span class="feelings">{describeEmotions(appraisal.emotions).replace('acceptance', 'trust')}</span>
    </Alone>
  );
}

/** Question and options that were put to the one whose move it is, the one that was taken marked. */
function Offer({ beat: { actor, question, options, move } }: { readonly beat: BeatStory }) {
  const { names } = useTelling();
  if (question.trim() === '' && options.length === 0) return null;
  const taken = typeof move === 'object' ? move?.option : undefined;
  return (
    <div class="offer">
      <p>
        <span class="who">{names[actor]} is asked:</span> <bdi>{question}</bdi>
      </p>
      {options.length > 0 && (
        <ul>
          {options.map(({ id, action }) => (
            <li key={id} class={id === taken ? 'taken' : undefined}>
              <span class="letter">{id}</span> <bdi>{action}</bdi>
              {id === taken && <strong> — taken</strong>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
