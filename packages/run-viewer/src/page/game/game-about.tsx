import type { RunHead } from '../data/use-run';
import { linkTo } from '../data/route';
import type { GameStory } from './story/game-story';
import { powerInWords } from './story/phase-words';

/** One line on a game: how it ended or stands, who plays, its calls, and the origin of a fork. */
export function GameAbout({ head: { row }, story }: { readonly head: RunHead; readonly story: GameStory }) {
  return (
    <p class="about">
      {endingInWords(story)} · {row.models.join(', ')}
      {row.models.includes('offline') && <span class="quiet"> (rules of thumb, not a language model)</span>} ·{' '}
      <a href={linkTo(['run', row.runId, 'calls'])}>calls</a>
      {row.status === 'interrupted' && ` · interrupted${row.interruption === null ? '' : `: ${row.interruption}`}`}
      {row.forkedFrom !== null && (
        <>
          {' '}
          · fork of <a href={linkTo(['run', row.forkedFrom.runId])}>{row.forkedFrom.runId}</a> from {row.forkedFrom.step} on (
          <a href={linkTo(['compare', row.forkedFrom.runId, row.runId])}>compare the two</a>)
        </>
      )}
    </p>
  );
}

/** How a game ended, in words. */
export function endingInWords({ ended }: Pick<GameStory, 'ended'>): string {
  if (ended === null) return 'Under way';
  const { ending, result } = ended;
  if (result?.kind === 'solo') return `Won by ${powerInWords(result.winner)}`;
  if (result?.kind === 'draw') return `Draw of ${result.powers.map(powerInWords).join(', ')}`;
  return { solo: 'Won alone', draw: 'Draw', 'max-year': 'Ended after its last year', 'end-at-phase': 'Ended at its last phase' }[
    ending
  ];
}
