import type { Reflection } from '@entente/relationship';
import { asSentences, mainTone, pickFrom, readTone, toneBalance } from '@entente/relationship/offline';
import { pickFresh } from './fresh.js';
import type { CharacterReading } from './read-character.js';
import { AFTERWARDS, LEANINGS, OF_OTHER, OWN_PART, THEIR_PART } from './repertoire/looking-back.js';
import { slotsOf } from './scene-slots.js';

/** Looks back on a scene: everything in it follows from what the two did and said there. */
export function offlineReflection(reading: CharacterReading, random: () => number): Reflection {
  const { scene, history, attachment } = reading;
  const slots = slotsOf(reading, random);
  const fresh = (phrases: readonly string[]) => pickFresh(phrases.map(slots.fill), history, random);
  const moves = scene.filter(({ kind }) => kind === 'deed' || kind === 'own-deed');
  const theirs = moves.filter(({ kind }) => kind === 'deed');
  const own = moves.filter(({ kind }) => kind === 'own-deed');
  const tone = readTone(theirs.map(({ text }) => text).join('\n'));
  const ownTone = readTone(own.map(({ text }) => text).join('\n'));
  const ended = tone.ending + ownTone.ending > 0;
  const balance = 0.65 * toneBalance(tone) + 0.35 * toneBalance(ownTone);
  const feeling = ended ? 'over' : balance > 0.25 ? 'good' : balance < -0.2 ? 'bad' : 'mixed';
  const theirKind = mainTone(theirs.map(({ text }) => text).join('\n'));
  const style =
    attachment.anxiety >= 0.5 && attachment.anxiety >= attachment.avoidance
      ? 'anxious'
      : attachment.avoidance >= 0.5
        ? 'avoidant'
        : 'secure';
  const told = [partsOf(theirs, THEIR_PART, slots.fill, random), partsOf(own, OWN_PART, slots.fill, random)];
  const inOrder = moves[0]?.kind === 'own-deed' ? told.toReversed() : told;
  const about = inOrder.filter((text) => text !== '');
  return {
    reflection: asSentences([fresh(AFTERWARDS[feeling]), fresh(LEANINGS[feeling][style])].join(' ')),
    story:
      about.length === 0
        ? fresh(['Nothing much was said between {other} and me.', '{other} and I let it go by.'])
        : asSentences(about.join(' ')),
    ofOther: theirKind !== undefined && random() < 0.6 ? fresh(OF_OTHER[theirKind]) : '',
  };
}

type Part = { readonly [Kind in keyof typeof THEIR_PART]: readonly string[] };

/** One sentence on one person's moves: what they mainly were, with the words that stood out. */
function partsOf(
  moves: readonly CharacterReading['scene'][number][],
  part: Part,
  fill: (phrase: string) => string,
  random: () => number,
): string {
  if (moves.length === 0) return '';
  const kind = mainTone(moves.map(({ text }) => text).join('\n')) ?? 'none';
  const shown = moves.findLast(({ text }) => kind === 'none' || readTone(text)[kind] > 0) ?? moves[0];
  const sentence = /[^.!?]+[.!?]?/g;
  const said = (shown?.words.match(sentence) ?? []).map((each) => each.trim());
  const quoted =
    said.find((each) => kind !== 'none' && readTone(each)[kind] > 0) ?? said.toSorted((a, b) => b.length - a.length)[0];
  const phrase = fill(pickFrom(part[kind], random));
  return quoted === undefined || quoted.length > 110 ? `${phrase}.` : `${phrase}: “${quoted}”`;
}
