import { commitmentPath, otherPartner, type Partner, relationInWords, scenePath } from '@entente/relationship';
import { useContext } from 'preact/hooks';
import { Alone, AloneEach } from './alone';
import { CallLinks, EditedCalls } from './call-link';
import { Missing } from './missing';
import { reasonInWords } from './story/missing-in-words';
import type { ChangeStory, CommitmentStory, SceneStory } from './story/scene-story';
import { Name, ShownContext, useTelling } from './telling';

/** End of a scene: its result, how each looks back, what changed, and how committed the judge finds each. */
export function SceneEnd({ scene, before }: { readonly scene: SceneStory; readonly before: SceneStory | undefined }) {
  const { order, names } = useTelling();
  const shown = useContext(ShownContext);
  const { closing, summary, reflections, changes, opening } = scene;
  const isOver = scene.ending !== 'under-way';
  const calls = [
    { name: 'closing', path: scenePath(scene.scene, 'closing') },
    { name: 'summary', path: scenePath(scene.scene, 'summary') },
    { name: 'assessment', path: scenePath(scene.scene, 'assess') },
    ...order.map((partner) => ({
      name: `${names[partner]} looks back`,
      path: scenePath(scene.scene, 'reflections', partner),
    })),
    ...order.map((partner) => ({ name: `judge of ${names[partner]}`, path: commitmentPath(scene.scene, partner) })),
  ];
  return (
    <>
      {closing !== null && closing.narrative.trim() !== '' && (
        <p class="narration" dir="auto">
          {closing.narrative}
        </p>
      )}
      {closing !== null && shown.has('secrets') && <AloneEach texts={closing.onlySees} says="Only % sees:" />}
      {scene.ending === 'cut-short' && <p class="missing">The scene breaks off here.</p>}
      {(isOver || summary !== null) && (
        <div class="after">
          <EditedCalls calls={calls} />
          {changes.length > 0 && (
            <ul class="changes">
              {changes.map((change, at) => (
                <Change key={at} change={change} />
              ))}
            </ul>
          )}
          {order.map((partner) => {
            const told = reflections[partner];
            return told === undefined ? null : (
              <Alone key={partner} of={partner} kind="thought" says="% looks back:">
                {told.reflection}
                {told.ofOther.trim() !== '' && (
                  <span class="seen">
                    {' '}
                    Sees in {names[otherPartner(partner)]}: {told.ofOther}
                  </span>
                )}
              </Alone>
            );
          })}
          <Missing missing={scene.missing.filter(({ type }) => OF_END.has(type))} />
          <dl class="scores">
            {order.map((partner) => (
              <Score key={partner} of={partner} commitment={scene.commitment[partner]} before={before?.commitment[partner]} />
            ))}
          </dl>
          <details class="summary">
            <summary>In short</summary>
            {opening.turningPoint !== '' && (
              <p>
                {opening.category} · turning point: {opening.turningPoint} · scenario {opening.scenario}
              </p>
            )}
            {summary !== null && <p dir="auto">{summary}</p>}
          </details>
          {shown.has('calls') && <CallLinks calls={calls} />}
        </div>
      )}
    </>
  );
}

const OF_END: ReadonlySet<string> = new Set(['closing-missing', 'summary-missing', 'assessment-missing', 'reflection-missing']);

function Change({ change }: { readonly change: ChangeStory }) {
  const { names } = useTelling();
  switch (change.kind) {
    case 'state':
      return (
        <li>
          {change.from === 'unknown' || change.from === change.to ? '' : `${relationInWords(change.state, change.from)} → `}
          <strong>{relationInWords(change.state, change.to)}</strong>
          {change.from === change.to && ' still'}
          <Quote words={change.quote} />
        </li>
      );
    case 'fact':
      return (
        <li>
          from now on <strong>{change.text}</strong>
          <Quote words={change.quote} />
        </li>
      );
    case 'secret':
      return (
        <li>
          <strong>
            {change.isBefore ? 'by now ' : ''}
            {names[otherPartner(change.owner)]} {change.isBefore ? 'knows' : 'learns'}
          </strong>{' '}
          what only {names[change.owner]} knew: <bdi>{change.text}</bdi>
          <Quote words={change.quote} />
        </li>
      );
    default:
      return change satisfies never;
  }
}

function Quote({ words }: { readonly words: string }) {
  return words.trim() === '' ? null : (
    <>
      {' '}
      <q dir="auto">{words}</q>
    </>
  );
}

function Score(props: {
  readonly of: Partner;
  readonly commitment: CommitmentStory | undefined;
  readonly before: CommitmentStory | undefined;
}) {
  const { of, commitment, before } = props;
  return (
    <div>
      <dt>
        <Name of={of} /> is committed
      </dt>
      <dd>
        {commitment === undefined ? (
          <span class="quiet">not judged yet</span>
        ) : commitment.score === null ? (
          <span class="missing" title={commitment.missing.detail}>
            no score: {reasonInWords(commitment.missing.reason)}
          </span>
        ) : (
          <>
            <strong class="figure">{commitment.score.toFixed(1)}</strong>
            {typeof before?.score === 'number' && <span class="figure quiet"> {signed(commitment.score - before.score)}</span>}
            <details>
              <summary>why</summary>
              <p dir="auto">{commitment.reasoning}</p>
            </details>
          </>
        )}
      </dd>
    </div>
  );
}

function signed(change: number): string {
  const rounded = Math.round(change * 10) / 10;
  return rounded === 0 ? '±0' : rounded > 0 ? `+${rounded.toFixed(1)}` : `−${(-rounded).toFixed(1)}`;
}
