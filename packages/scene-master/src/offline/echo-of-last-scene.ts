import { asSentences, pickFrom } from '@entente/relationship/offline';
import { type Ending, endingIn } from './endings.js';
import type { Direction } from './read-direction.js';
import { topicText } from './topic-text.js';

/** Sentences on the time since a scene, by the way it ended; `{quote}` is the last thing that was said in it. */
const ECHOES: { readonly [Name in Ending]: readonly string[] } = {
  over: [
    'What was said then was said, and it stands.',
    'It has been over between them since, and not everything has been fetched.',
  ],
  unsettled: [
    'What was said over {topic} has not been taken back.',
    'Since then they have spoken of practical things only.',
    'Nobody has brought up {topic} again.',
    'It has been quieter between them since.',
    '"{quote}" has not been mentioned since.',
  ],
  mended: [
    'The quarrel over {topic} is behind them, and it shows.',
    'Since they made it up there has been more laughter than before.',
    'What they quarrelled about has become something that they can joke about.',
  ],
  close: [
    'It has gone well between them since then.',
    'They have talked more easily since.',
    'There is a joke about {topic} that they have used twice this week.',
  ],
  open: [
    'What was put off is still where they left it.',
    'Other things have come first since then.',
    'Nobody has come back to {topic}.',
  ],
};

/** Tells how it has been since the last scene, by what its summary tells; empty before the second scene. */
export function echoOfLastScene({ story }: Direction, random: () => number): string {
  const last = story.at(-1);
  if (!last) return '';
  const quote = [...last.summary.matchAll(/"([^"]{3,60})"/g)].at(-1)?.[1] ?? '';
  const usable = ECHOES[endingIn(last.summary)].filter((echo) => quote !== '' || !echo.includes('{quote}'));
  const echo = pickFrom(usable, random)
    .replaceAll('{topic}', topicText(last.turningPoint))
    .replaceAll('{quote}', quote.replace(/[.,;]+$/, ''));
  return asSentences(echo);
}
