import { PARTNERS } from '@entente/relationship';
import { ENDINGS, endingOf } from './endings.js';
import { sceneOf, textForPlace } from './place-in-run.js';
import type { Direction } from './read-direction.js';
import type { Happening } from './read-happening.js';
import { phraseOf } from './read-move.js';
import { tellingSentence } from './told-secrets.js';

/** Tells the last move of each partner as it was seen and heard, and an ending that follows from the moves. */
export function offlineSummary(direction: Direction): string {
  const { happened, names, field, kept } = direction;
  const theme = field('title.scene', 'theme') || 'An hour';
  const last = PARTNERS.flatMap((partner) => happened.findLast((each) => each.partner === partner) ?? []);
  const inOrder = happened.filter((each) => last.includes(each));
  const moves = inOrder.map((move) => told(move, names[move.partner ?? 'A'], kept));
  const ending = textForPlace(ENDINGS[endingOf(happened)].mark, direction, sceneOf(direction));
  return [`${theme}.`, ...(moves.length > 0 ? moves : ['Neither of them makes a move.']), ending].join(' ');
}

function told(move: Happening, name: string, kept: Direction['kept']): string {
  const deed = move.deed
    .replace(/[.!,;]+$/, '')
    .split(/\s+/)
    .slice(0, 16)
    .join(' ');
  const secrets = kept.filter(({ owner }) => owner === move.partner).map(({ text }) => text);
  const phrase = tellingSentence(move, secrets)?.replace(/[.,;]+$/, '') ?? phraseOf(move);
  if (deed === '' && phrase === '') return `${name} lets the moment pass.`;
  const said = `says: "${phrase}${/[.!?…]$/.test(phrase) ? '' : '.'}"`;
  if (phrase === '') return `${name} ${deed}.`;
  return deed === '' ? `${name} ${said}` : `${name} ${deed}${/ and |,/.test(deed) ? ', then' : ' and'} ${said}`;
}
