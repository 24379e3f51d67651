import type { LongTermMemory } from './long-term-memory.js';
import { namesIn } from './names-in.js';
import { rarityIn, type RarityOfWord } from './rarity-of-word.js';
import { wordFamily } from './word-family.js';
import { wordsOf } from './words-of.js';
import { wordsOfMemory } from './words-of-memory.js';

/** Rarity up to which a word tells nothing of what a text is about. */
const GENERAL = 0.55;

/** Evidence from which a memory is about what the cue is about: two different words, neither of them usual. */
const ENOUGH = 1.4;

/** Rarity from which one word is enough, if it is a name or the cue repeats it. */
const VERY_RARE = 0.8;

/** Least rarity of each of two neighbouring words, and of both together, from which they are enough as a term: `car wash`. */
const IN_TERM = 0.45;
const TERM = 1.3;

/** Factor of a word that the cue repeats. */
const REPEATED = 1.5;

/**
 * Builds the question whether a memory shares enough with a cue to be about the same thing. Each word that they share, in whatever inflection,
 * counts by its rarity in the language and among the memories, and more if the cue repeats it. Words of the background and general words count
 * nothing. One word is not enough, unless it is very rare and a name, or very rare and repeated by the cue, or repeated by both; two that
 * stand side by side in both are. An index such as minisearch cannot
 * answer this: its scores order memories, but have no zero for "about something else".
 * @param background families of the words that mark no memory
 */
export function wordsStandOut(
  memories: readonly LongTermMemory[],
  text: string,
  background: ReadonlySet<string>,
): (memory: LongTermMemory) => boolean {
  const inCue = wordsOf(text);
  const rarityOf = rarityIn(inCue);
  const times = countsOf(inCue.map(wordFamily).filter((family) => !background.has(family)));
  const shared = new Map(memories.map((memory) => [memory, sharedWords(memory, times, rarityOf)]));
  const owners = countsOf([...shared.values()].flatMap((words) => [...words.keys()]));
  const terms = new Set(neighboursOf(inCue, background, rarityOf));
  const names = new Set(namesIn(text).map(wordFamily));
  return (memory) => {
    const words = [...(shared.get(memory) ?? [])].map(([family, rarity]) => {
      const repeated = (times.get(family) ?? 0) > 1;
      const spread = Math.log(owners.get(family) ?? 1) / Math.log(memories.length + 1);
      return {
        weight: rarity * (1 - spread) * (repeated ? REPEATED : 1),
        speaksAlone: rarity >= VERY_RARE ? repeated || names.has(family) : repeated && recurs(memory, family),
      };
    });
    const evidence = words.reduce((sum, { weight }) => sum + weight, 0);
    return (
      (words.length > 1 && evidence >= ENOUGH) ||
      words.some(({ speaksAlone }) => speaksAlone) ||
      (terms.size > 0 && neighboursOf(wordsOfMemory(memory).all, background, rarityOf).some((term) => terms.has(term)))
    );
  };
}

/** Families of the words that a memory shares with the cue, with the rarity of the commonest of them; general ones are left out. */
function sharedWords(
  memory: LongTermMemory,
  inCue: ReadonlyMap<string, number>,
  rarityOf: RarityOfWord,
): ReadonlyMap<string, number> {
  const shared = new Map<string, number>();
  for (const [word, family] of wordsOfMemory(memory).different)
    if (inCue.has(family)) shared.set(family, Math.min(rarityOf(word), shared.get(family) ?? 1));
  return new Map([...shared].filter(([, rarity]) => rarity > GENERAL));
}

/** Whether a memory has a word of a family more than once. */
function recurs(memory: LongTermMemory, family: string): boolean {
  const { all, different } = wordsOfMemory(memory);
  return all.filter((word) => different.get(word) === family).length > 1;
}

/** Neighbouring words that may be a term, as their families. */
function neighboursOf(words: readonly string[], background: ReadonlySet<string>, rarityOf: RarityOfWord): readonly string[] {
  const weighed = words.map((word) => ({ family: wordFamily(word), rarity: rarityOf(word) }));
  return weighed.slice(1).flatMap((second, index) => {
    const first = weighed[index];
    if (first === undefined || Math.min(first.rarity, second.rarity) < IN_TERM || first.rarity + second.rarity < TERM) return [];
    return background.has(first.family) || background.has(second.family) ? [] : [`${first.family} ${second.family}`];
  });
}

function countsOf(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
