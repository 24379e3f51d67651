import { asSentences, pickFrom } from '@entente/relationship/offline';
import { type Ending, endingIn } from './endings.js';
import { sceneOf, textForPlace } from './place-in-run.js';
import type { Direction } from './read-direction.js';

/** Sentences on the time since a scene, by the way it ended. None names its matter, which is not that of the scene to come; `{quote}` is the last thing said in it. */
const ECHOES: { readonly [Name in Ending]: readonly string[] } = {
  over: [
    'It is over between them, and still there are things that they have to do together.',
    'It has been over between them since, and not everything has been fetched.',
    'They are no longer a couple; whatever follows is for other reasons.',
    'They have been apart since it was said, and neither has taken it back.',
    'It is over, and they meet as people do who were once more to each other.',
    'Nothing has changed in that it is over. It was agreed on long before that they would be here.',
  ],
  unsettled: [
    'What was said then has not been taken back.',
    'Since then they have spoken of practical things only.',
    'Nobody has brought it up again.',
    'It has been quieter between them since.',
    '"{quote}" has not been mentioned since.',
  ],
  mended: [
    'The quarrel is behind them, and it shows.',
    'Since they made it up there has been more laughter than before.',
    'What they quarrelled about has become something that they can joke about.',
  ],
  close: [
    'It has gone well between them since then.',
    'They have talked more easily since.',
    'They have laughed and joked about it since.',
  ],
  open: [
    'What was put off is still where they left it.',
    'Other things have come first since then.',
    'Nobody has come back to it.',
  ],
};

/** Tells how it has been since the last scene, by what its summary tells; empty before the second scene. */
export function echoOfLastScene(direction: Direction, random: () => number): string {
  const { story } = direction;
  const last = story.at(-1);
  if (!last) return '';
  const isOver = story.some(({ summary }) => endingIn(summary) === 'over');
  if (isOver) return textForPlace(ECHOES.over, direction, sceneOf(direction));
  const quote = [...last.summary.matchAll(/"([^"]{3,60})"/g)].at(-1)?.[1] ?? '';
  const usable = ECHOES[endingIn(last.summary)].filter((echo) => quote !== '' || !echo.includes('{quote}'));
  const echo = pickFrom(usable, random).replaceAll('{quote}', quote.replace(/[.,;]+$/, ''));
  return asSentences(echo);
}
