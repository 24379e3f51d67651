import { pickFrom } from '@entente/relationship/offline';
import { type Ending, endingIn } from './endings.js';
import type { Direction } from './read-direction.js';

/** Sentences on the time since a scene, by the way it ended; `{quote}` is the last thing that was said in it. */
const ECHOES: { readonly [Name in Ending]: readonly string[] } = {
  over: [
    'What was said at the {topic} has been said, and it stands.',
    'Since the {topic} it has been over between them, and not everything has been fetched.',
  ],
  unsettled: [
    'What was said at the {topic} has not been taken back.',
    'Since the {topic} they have spoken of practical things only.',
    'The {topic} has not come up again.',
    'It has been quieter between them since the {topic}.',
    '"{quote}" has not been mentioned since.',
  ],
  mended: [
    'The {topic} is behind them, and it shows.',
    'Since they made it up at the {topic}, there has been more laughter than before.',
    'The {topic} has become something that they can joke about.',
  ],
  close: [
    'It has gone well between them since the {topic}.',
    'They have talked more easily since the {topic}.',
    'There is a joke from the {topic} that they have used twice this week.',
  ],
  open: [
    'The {topic} was put off, and is still where they left it.',
    'Other things have come first since the {topic}.',
    'Neither has brought up the {topic} again.',
  ],
};

/** Says how it has been since the last scene, by what its summary tells; empty before the second scene. */
export function echoOfLastScene({ story }: Direction, random: () => number): string {
  const last = story.at(-1);
  if (!last) return '';
  const quote = [...last.summary.matchAll(/"([^"]{3,60})"/g)].at(-1)?.[1] ?? '';
  const usable = ECHOES[endingIn(last.summary)].filter((echo) => quote !== '' || !echo.includes('{quote}'));
  return pickFrom(usable, random)
    .replaceAll('{topic}', last.turningPoint)
    .replaceAll('{quote}', quote.replace(/[.,;]+$/, ''));
}
