import { capitalized } from '@entente/relationship';
import { pickFrom } from '@entente/relationship/offline';
import { pickFresh } from './fresh.js';
import type { CharacterReading } from './read-character.js';
import { FAULTS, sceneNouns, topicsIn } from './scene-nouns.js';
import { isTakenUp } from './presupposed.js';
import { suits } from './suits.js';

/** Fills the slots of phrases from the scene; a slot keeps its value within one move. */
export interface SceneSlots {
  /** Fills `{other}`, `{thing}`, `{place}`, `{topic}` and `{fault}`. */
  readonly fill: (phrase: string) => string;
  /** Phrases that go with the scene and need nothing that it does not have; all of them if none does. */
  readonly fitting: (phrases: readonly string[]) => readonly string[];
  /** A sentence that takes up a word of the other one's; undefined if there is none to take up. */
  readonly echo: () => string | undefined;
}

const ECHOES: readonly string[] = [
  'You say ‘{word}’ as if that settled it.',
  '‘{Word}’, you say.',
  'You keep coming back to the word {word}.',
  'I heard ‘{word}’, and everything after it was noise.',
  'It is not the word ‘{word}’ that I mind.',
  'So it is the {word} again.',
];

/** Phrases that take up one's own words earlier in the scene. */
const OF_OWN_WORDS =
  /take that back|the way I said it|still talking|answered a different one|came out wrong|asked already|start again|not said it since|what you said when|it will be said/i;

/** Phrases that take up words of the other one's. */
const OF_THEIR_WORDS =
  /listen to yourself|to say that|ask that|see why you asked|an answer about|say that again|what you said|you asked|said it before|not half|hear it last|I hear that|that is not what happened/i;

/** Draws what the slots stand for: things of the scene first, the newest before the older ones. */
export function slotsOf(reading: CharacterReading, random: () => number): SceneSlots {
  const seen = reading.scene.filter(({ kind }) => kind === 'place' || kind === 'told' || kind === 'deed' || kind === 'own-deed');
  const texts = seen.map(({ text }) => text).reverse();
  const { things, places } = sceneNouns(texts);
  const begun = reading.scene.filter(({ kind }) => kind === 'told').map(({ text }) => text);
  const inSituation = topicsIn(begun.join('\n')).toReversed(); // a situation comes to its point last
  const topics = [...new Set([...topicsIn(reading.question), ...inSituation])];
  const heardWords = reading.scene.flatMap(({ kind, words }) => (kind === 'deed' ? [words] : [])).join('\n');
  const heard = topicsIn(reading.scene.findLast(({ kind, words }) => kind === 'deed' && words !== '')?.words ?? '');
  const saidBy = (whose: 'deed' | 'own-deed') => reading.scene.some(({ kind, words }) => kind === whose && words !== '');
  const hasTheirWords = saidBy('deed');
  const hasOwnWords = saidBy('own-deed');
  const topic = topics.length > 0 ? `the ${pickFrom(topics.slice(0, 3), random)}` : 'all this';
  const faults = topics.filter((each) => FAULTS.has(each));
  const values: Readonly<Record<string, string>> = {
    other: reading.other === '' ? 'the other one' : reading.other,
    thing: things.length > 0 ? `the ${pickFrom(things.slice(0, 4), random)}` : 'the coat',
    place: places.length > 0 ? `the ${pickFrom(places.slice(0, 3), random)}` : 'the wall',
    topic,
    fault: `the ${pickFrom(faults.length > 0 ? faults : ['quarrel'], random)}`,
  };
  const fits = (phrase: string) =>
    (things.length > 0 || !phrase.includes('{thing}')) &&
    (places.length > 0 || !phrase.includes('{place}')) &&
    (faults.length > 0 || !phrase.includes('{fault}')) &&
    (hasTheirWords || !OF_THEIR_WORDS.test(phrase)) &&
    isTakenUp(phrase, heardWords, topic) &&
    (hasOwnWords || !OF_OWN_WORDS.test(phrase)) &&
    suits(phrase, reading);
  return {
    fill: (phrase) => phrase.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot),
    fitting: (phrases) => {
      const found = phrases.filter(fits);
      const without = found.filter((phrase) => !phrase.includes('{topic}'));
      if (topics.length === 0 && without.length > 1) return without; // "all this" names nothing
      return found.length > 0 ? found : phrases;
    },
    echo: () => {
      const [word] = heard;
      if (word === undefined) return undefined;
      return pickFresh(ECHOES, reading.history, random).replaceAll('{word}', word).replaceAll('{Word}', capitalized(word));
    },
  };
}
