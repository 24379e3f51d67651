import { type Power, POWERS } from '@entente/diplomacy-rules';
import { useMemo } from 'preact/hooks';
import { linkTo } from '../../data/route';
import type { RunHead } from '../../data/use-run';
import { useTitle } from '../../frame/use-title';
import { endingInWords } from '../../game/game-about';
import { PowerMark } from '../../game/sections/power-mark';
import type { GameStory } from '../../game/story/game-story';
import { phaseInWords, powerInWords } from '../../game/story/phase-words';
import { useLiveStory } from '../../game/story/use-live-story';
import { CompareHead } from '../compare-head';
import { foldSame } from '../fold-same';
import { runNames } from '../run-names';
import { comparePhases, type PhasePair } from './compare-phases';
import { PhasesBeside, phaseId, SamePhases } from './phases-beside';
import '../../styles/game.css';

/** Two games side by side, aligned by phase. Phases that are the same are folded away. */
export function CompareGames({ first, second }: { readonly first: RunHead; readonly second: RunHead }) {
  const [one, other] = [useLiveStory(first.row.runId), useLiveStory(second.row.runId)];
  useTitle('Two games, compared');
  for (const told of [one, other]) if (told.state === 'failed') return <p role="alert">{told.message}</p>;
  if (one.state !== 'ready' || other.state !== 'ready') return <p class="waiting">Loading …</p>;
  return <Beside heads={[first, second]} stories={[one.value.story, other.value.story]} />;
}

function Beside(props: { readonly heads: readonly [RunHead, RunHead]; readonly stories: readonly [GameStory, GameStory] }) {
  const { heads, stories } = props;
  const [first, second] = stories;
  const names = runNames(heads[0].row, heads[1].row);
  const pairs = useMemo(() => comparePhases(first.phases, second.phases), [first, second]);
  const rows = useMemo(() => foldSame(pairs, ({ differsBy }) => differsBy === null), [pairs]);
  const difference = pairs.find(({ differsBy }) => differsBy !== null);
  const runIds = [heads[0].row.runId, heads[1].row.runId] as const;
  return (
    <article class="compare compare-games">
      <CompareHead title="Two games" heads={heads} names={names} />
      <Standing stories={stories} names={names} />
      <p class="first-difference">
        {difference === undefined ? (
          'No phase differs.'
        ) : (
          <>
            They first differ in{' '}
            <a href={linkTo(['compare', ...runIds])} onClick={(event) => show(event, difference)}>
              {phaseInWords(difference.name)}, by {difference.differsBy}
            </a>
            .
          </>
        )}
      </p>
      {rows.map((row) =>
        'same' in row ? (
          <SamePhases key={row.same[0].name} pairs={row.same} />
        ) : (
          <PhasesBeside
            key={row.different.name}
            pair={row.different}
            isFirstDifference={row.different === difference}
            names={names}
            runIds={runIds}
          />
        ),
      )}
    </article>
  );
}

function show(event: Event, { name }: PhasePair): void {
  event.preventDefault();
  document.getElementById(phaseId(name))?.scrollIntoView({ block: 'start' });
}

/** How both games ended or stand, and the centres of each power then. */
function Standing({
  stories,
  names,
}: {
  readonly stories: readonly [GameStory, GameStory];
  readonly names: readonly [string, string];
}) {
  const centersOf = ({ phases }: GameStory, power: Power): number => phases.at(-1)?.position.centers[power].length ?? 0;
  return (
    <table class="standing">
      <caption>Centres at the end, or now</caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">game</th>
          {stories.map((story, at) => (
            <td key={at}>{endingInWords(story)}</td>
          ))}
        </tr>
        {POWERS.map((power) => {
          const [one, other] = [centersOf(stories[0], power), centersOf(stories[1], power)];
          return (
            <tr key={power} class={one === other ? undefined : 'unequal'}>
              <th scope="row">
                <PowerMark power={power} /> {powerInWords(power)}
              </th>
              <td class="figure">{one}</td>
              <td class="figure">
                {other}
                {one !== other && <span class="quiet"> ({other > one ? `+${other - one}` : `−${one - other}`})</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
