import { otherPartner } from '@entente/relationship';
import { asSentences, sentencesOf } from '@entente/relationship/offline';
import type { Direction } from './read-direction.js';
import type { Happening } from './read-happening.js';
import { objectOf, phraseOf } from './read-move.js';
import { topicText } from './topic-text.js';
import { textForPlace } from './place-in-run.js';

/** Takes a text for a move that names nothing but what the move has in it, and fills it. */
export function tellReaction(texts: readonly string[], direction: Direction, move: Happening, place: number): string {
  const { names, field } = direction;
  const doer = move.partner ?? 'A';
  const values: Readonly<Record<string, string>> = {
    quote: phraseOf(move),
    last: lastSentenceOf(move),
    object: objectOf(move),
    doer: names[doer],
    receiver: names[otherPartner(doer)],
    topic: topicText(field('scene.kind', 'turningPoint') || 'matter'),
  };
  const hour = `${field('scene.where', 'setting')} ${field('scene.begins', 'situation')}`;
  const isUsable = (text: string) =>
    (EVENING.test(hour) || !EVENING.test(text)) && [...text.matchAll(/\{(\w+)\}/g)].every(([, key = '']) => values[key] !== '');
  // The next usable one: a list of its own for each move would bring the same text again.
  const text = texts.map((_, step) => textForPlace(texts, direction, place + step)).find(isUsable) ?? '';
  const filled = text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '').replace(/([.!?…])\.(?=")/g, '$1');
  return asSentences(filled);
}

/** Longest sentence to quote as the last one, in words. */
const LONGEST = 14;

/** The last thing said in a move, without its full stop; empty where it is too long to quote, or nothing was said. */
function lastSentenceOf({ words }: Happening): string {
  const last = sentencesOf(words).at(-1) ?? '';
  return last.split(/\s+/).length > LONGEST ? '' : last.replace(/[.,;]+$/, '');
}

/** Words of a late hour. */
const EVENING =
  /\b(evening|night|midnight|dark|late|later than|dusk|supper|tonight|lights go out|yawns|tomorrow|slept on|both have to be up)\b/i;
