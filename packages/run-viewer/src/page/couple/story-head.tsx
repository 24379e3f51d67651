import {
  capitalized,
  type Character,
  DEFAULT_RELATIONSHIP_SETTINGS,
  outcomeOf,
  type RelationshipSettings,
  relationshipSettingsSchema,
  timeInWords,
} from '@entente/relationship';
import { differencesOfSpecs, settingInWords } from '../compare/differences-of-specs';
import type { RunHead } from '../data/use-run';
import { linkTo } from '../data/route';
import type { CoupleStory } from './story/couple-story';
import { Name, useTelling } from './telling';

/** Head of a story: the two, how it came to this, how it came out, and the origin of a fork. */
export function StoryHead({ head, story }: { readonly head: RunHead; readonly story: CoupleStory }) {
  const { names, order, runId } = useTelling();
  const { state, atFirst, scenes } = story;
  const { row } = head;
  const outcome = outcomeOf(state);
  const settings = settingsOf(head, story);
  const unusual = differencesOfSpecs(DEFAULT_RELATIONSHIP_SETTINGS, {
    ...settings,
    scenes: DEFAULT_RELATIONSHIP_SETTINGS.scenes,
    events: [],
  }).map(({ path, second }) => `${settingInWords(path)} ${second ?? 'none'}`);
  return (
    <header class="story-head">
      <h1>
        <bdi>{names[order[0]]}</bdi> <span class="and">&amp;</span> <bdi>{names[order[1]]}</bdi>
      </h1>
      <p class="meta">
        {`${stageInWords(atFirst)} · ${scenes.length} of ${settings.scenes} scenes · `}
        {row.models.join(', ')}
        {row.models.includes('offline') && <span class="quiet"> (rules of thumb, not a language model)</span>} ·{' '}
        <a href={linkTo(['run', runId, 'calls'])}>calls</a>
        {row.study !== null && (
          <>
            {' '}
            · study <a href={linkTo(['study', row.study])}>{row.study}</a>
            {row.condition !== null && <>, {row.condition}</>}
          </>
        )}
        {unusual.length > 0 && ` · ${unusual.join(', ')}`}
      </p>
      {row.forkedFrom !== null && <ForkOrigin head={head} />}
      {row.status === 'unfinished' && <p class="state">The run is under way, or has stopped without a word.</p>}
      {row.status === 'interrupted' && (
        <p class="state">The run was interrupted{row.interruption === null ? '' : `: ${row.interruption}`}. It can be resumed.</p>
      )}
      <p class="outcome">
        <strong>{outcome.outcome === 'unknown' ? 'Outcome unknown' : capitalized(outcome.outcome)}.</strong>{' '}
        <span dir="auto">{outcome.why}</span>
      </p>
      {atFirst.story !== undefined && (
        <p class="narration" dir="auto">
          {atFirst.story}
        </p>
      )}
      <div class="people">
        {order.map((partner) => {
          const character = state.partners?.[partner];
          return character === undefined ? null : (
            <details key={partner}>
              <summary>
                <Name of={partner} />
                {lineOf(character)}
              </summary>
              <Person character={character} />
            </details>
          );
        })}
      </div>
    </header>
  );
}

/** Settings in force at the end: a fork may have changed those with which the couple was introduced. */
function settingsOf({ header: { spec } }: RunHead, { state }: CoupleStory): RelationshipSettings {
  const given = typeof spec === 'object' && spec !== null && 'settings' in spec ? spec.settings : undefined;
  const parsed = relationshipSettingsSchema.safeParse(given);
  return parsed.success ? parsed.data : state.settings;
}

function ForkOrigin({ head: { row, header } }: { readonly head: RunHead }) {
  const { runId } = useTelling();
  if (row.forkedFrom === null) return null;
  const { runId: parent, step } = row.forkedFrom;
  const edit = header.labels['edit'];
  const { editedPaths = [], redrawn } = header.forkedFrom ?? {};
  return (
    <p class="state">
      Fork of <a href={linkTo(['run', parent])}>{parent}</a> from {step.replace('-', ' ')} on.{' '}
      {edit !== undefined ? `Edited: ${edit}.` : redrawn === true ? 'Drawn anew without an edit.' : 'Without an edit.'}
      {editedPaths.length > 0 && ` Replies replaced at ${editedPaths.join(', ')}.`}{' '}
      <a href={linkTo(['compare', parent, runId])}>Compare the two</a>
    </p>
  );
}

function Person({ character }: { readonly character: Character }) {
  const { persona, traits, values, attachment, goals, dealbreakers, rules } = character;
  const lists = [
    ['Traits', traits],
    ['Values', values],
    ['Goals', goals],
    ['Dealbreakers', dealbreakers],
    ['Habits', rules],
  ] as const;
  return (
    <>
      <p dir="auto">{persona}</p>
      {attachment !== undefined && (
        <p class="quiet">
          attachment: anxiety {attachment.anxiety}, avoidance {attachment.avoidance} (1 to 7)
        </p>
      )}
      <dl>
        {lists.map(([name, items]) =>
          items === undefined || items.length === 0 ? null : (
            <div key={name}>
              <dt>{name}</dt>
              {items.map((item) => (
                <dd key={item} dir="auto">
                  {item}
                </dd>
              ))}
            </div>
          ),
        )}
      </dl>
    </>
  );
}

function lineOf({ age, occupation }: Character): string {
  return [age, occupation].map((part) => (part === undefined ? '' : `, ${part}`)).join('');
}

function stageInWords({ bond, kind, stage, months }: CoupleStory['atFirst']): string {
  const what = bond === 'partners' ? stage : (kind ?? bond);
  const time = timeInWords(TIME_WORDS, months);
  return time === undefined ? what : `${what} for ${time}`;
}

const TIME_WORDS = {
  'time.days': 'some days',
  'time.weeks': '{weeks} weeks',
  'time.months': '{months} months',
  'time.years': '{years} years',
};
