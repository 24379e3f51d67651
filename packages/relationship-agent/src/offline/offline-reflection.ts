import type { Reflection } from '@entente/relationship';
import { asSentences, mainTone, pickFrom, readTone, toneBalance, type ToneKind } from '@entente/relationship/offline';
import { secretIn } from './offline-secret.js';
import { phrasesTrueOf, pickFresh } from './fresh.js';
import type { CharacterReading } from './read-character.js';
import { AFTERWARDS, LEANINGS, OF_OTHER, OWN_PART, THEIR_PART } from './repertoire/looking-back.js';
import { slotsOf } from './scene-slots.js';

/** Looks back on a scene: everything in it follows from what the two did and said there. */
export function offlineReflection(reading: CharacterReading, random: () => number): Reflection {
  const { scene, history, attachment } = reading;
  const slots = slotsOf(reading, random);
  const fresh = (phrases: readonly string[]) => slots.fill(pickFresh(slots.fitting(phrases), history, random));
  const moves = scene.filter(({ kind }) => kind === 'deed' || kind === 'own-deed');
  const theirs = moves.filter(({ kind }) => kind === 'deed');
  const own = moves.filter(({ kind }) => kind === 'own-deed');
  const tone = readTone(theirs.map(({ text }) => text).join('\n'));
  const ownTone = readTone(own.map(({ text }) => text).join('\n'));
  const ended = tone.ending + ownTone.ending > 0;
  const balance = 0.65 * toneBalance(tone) + 0.35 * toneBalance(ownTone);
  const theirText = theirs.map(({ text }) => text).join('\n');
  const theirKind = mainTone(theirText);
  const ownKind = mainTone(own.map(({ text }) => text).join('\n'));
  const feeling = ended ? 'over' : feelingAfter(balance, theirKind, ownKind);
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
    reflection: asSentences(
      [
        fresh(AFTERWARDS[feeling]),
        fresh(
          ownTone.ending > 0
            ? LEANINGS[feeling][style].filter((each) => !/been left|waits for me/.test(each))
            : LEANINGS[feeling][style],
        ),
      ].join(' '),
    ),
    story:
      about.length === 0
        ? fresh(['Nothing much was said between {other} and me.', '{other} and I let it go by.'])
        : asSentences(about.join(' ')),
    ofOther: theirKind !== undefined && random() < 0.6 ? fresh(phrasesTrueOf(OF_OTHER[theirKind], theirText)) : '',
  };
}

/** The view back: hurt only where somebody attacked, shut out only where somebody shut. */
function feelingAfter(balance: number, theirs: ToneKind | undefined, own: ToneKind | undefined): keyof typeof AFTERWARDS {
  const isHard = (kind: ToneKind | undefined) => kind !== undefined && HARD.has(kind);
  if (own === 'withdrawal' && !isHard(theirs)) return theirs === 'withdrawal' ? 'cold' : 'closed';
  if (theirs === 'withdrawal' && !isHard(own)) return 'cold';
  if (isHard(theirs) || isHard(own)) return balance > 0.2 ? 'mixed' : 'bad';
  return balance > 0.25 ? 'good' : 'mixed';
}

const HARD: ReadonlySet<ToneKind> = new Set(['criticism', 'contempt', 'conflict', 'defensiveness']);

type Part = { readonly [Kind in keyof typeof THEIR_PART]: readonly string[] };

/** One sentence on one person's moves: what they mainly were, with the words that stood out. */
function partsOf(
  moves: readonly CharacterReading['scene'][number][],
  part: Part,
  fill: (phrase: string) => string,
  random: () => number,
): string {
  if (moves.length === 0) return '';
  const told = moves.flatMap(({ words }) => secretIn(words) ?? []);
  if (told.length > 0) return `${fill(part.told[0] ?? '')}: “${told[0]}”`;
  const kind = mainTone(moves.map(({ text }) => text).join('\n')) ?? 'none';
  const shown = moves.findLast(({ text }) => kind === 'none' || readTone(text)[kind] > 0) ?? moves[0];
  const sentence = /[^.!?]+[.!?]?/g;
  const said = (shown?.words.match(sentence) ?? []).map((each) => each.trim());
  const quoted =
    said.find((each) => kind !== 'none' && readTone(each)[kind] > 0) ?? said.toSorted((a, b) => b.length - a.length)[0];
  const phrase = fill(pickFrom(phrasesTrueOf(part[kind], moves.map(({ text }) => text).join('\n')), random));
  return quoted === undefined || quoted.length > 110 ? `${phrase}.` : `${phrase}: “${quoted}”`;
}
