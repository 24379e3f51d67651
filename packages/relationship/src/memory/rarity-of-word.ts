import { isUnspaced } from './words-of.js';
import { COUNTED_SENTENCES, LEAST_COUNT, WORDS_OF_MATERIAL } from './words-of-material.js';

/** Tells how rare a word is, from 0 (in each sentence) to 1 (not seen). */
export type RarityOfWord = (word: string) => number;

/** Share of known words from which a text is in the language of the shipped material. */
const SAME_LANGUAGE = 0.5;

/** Longest ending left off to find a word of the material: `letters` counts as `letter`. */
const ENDING = 2;
const LEAST_STEM = 4;

/** Rarity of a pair of letters of a script without spaces. */
const PAIR = 0.4;

/**
 * Chooses how to tell the rarity of words, by the language of a text. If it is that of the shipped material, the material's own frequencies
 * decide. Otherwise length does: in almost every language the commonest words are the shortest (Zipf).
 */
export function rarityIn(words: readonly string[]): RarityOfWord {
  const known = words.filter((word) => RARITIES.has(word)).length;
  return known >= words.length * SAME_LANGUAGE ? byMaterial : byLength;
}

function byMaterial(word: string): number {
  if (isUnspaced(word)) return PAIR;
  const forms = [word];
  for (let cut = 1; cut <= ENDING && word.length - cut >= LEAST_STEM; cut++) forms.push(word.slice(0, -cut));
  return Math.min(1, ...forms.map((form) => RARITIES.get(form) ?? 1));
}

function byLength(word: string): number {
  return isUnspaced(word) ? PAIR : Math.min(1, Math.max(0, (word.length - 3) / 5));
}

/** Inverse document frequency, as a share of that of a word in one sentence. */
const RARITIES: ReadonlyMap<string, number> = new Map(
  WORDS_OF_MATERIAL.flatMap((words, band) => {
    const rarity = 1 - Math.log(LEAST_COUNT * 2 ** band) / Math.log(COUNTED_SENTENCES);
    return words.split(' ').map((word) => [word, rarity] as const);
  }),
);
