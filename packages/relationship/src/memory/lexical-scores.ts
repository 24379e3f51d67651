import MiniSearch from 'minisearch';
import { isUnspaced, wordsOf } from './words-of.js';

/** Length from which a word also finds the words that begin with it: `hospital` finds `hospitals`. */
const PREFIX_FROM = 4;

/** Length from which a word counts in full. */
const FULL_FROM = 6;

/**
 * Scores texts, given as their words, by those that they share with a query, rare words above common ones (BM25). Returns a score for each text, in order: 1 for
 * the best of them, 0 for no word in common. Knows no language: neither stems nor stop words, since texts may be in any.
 * Instead a short word counts less: in almost every language the commonest words are the shortest (Zipf), and among a few memories the rarity
 * of a word means little.
 */
export function lexicalScores(texts: readonly (readonly string[])[], query: string): readonly number[] {
  const index = new MiniSearch<{ readonly id: number; readonly text: string }>({
    fields: ['text'],
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (word) => word,
  });
  index.addAll(texts.map((words, id) => ({ id, text: words.join(' ') })));
  const scores = texts.map(() => 0);
  // Word by word: a search for all of them would multiply scores by the number of words found, so that small words win.
  for (const word of new Set(wordsOf(query)))
    for (const { id, score } of index.search(word, { tokenize: (text) => [text], boostTerm: weightOf, prefix: isLong }))
      scores[Number(id)] = (scores[Number(id)] ?? 0) + score;
  const best = Math.max(0, ...scores);
  return scores.map((score) => (best === 0 ? 0 : score / best));
}

function isLong(word: string): boolean {
  return word.length >= PREFIX_FROM;
}

/** Share of a word by its length; letter pairs of a script without spaces count in full. */
function weightOf(word: string): number {
  return isUnspaced(word) ? 1 : (Math.min(word.length, FULL_FROM) / FULL_FROM) ** 2;
}
