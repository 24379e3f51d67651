import type { LongTermMemory } from './long-term-memory.js';
import { wordFamily } from './word-family.js';
import { wordsOf } from './words-of.js';

/** Words of a memory: all of them in the order of the text, and the different ones, each with its family. */
export interface WordsOfMemory {
  readonly all: readonly string[];
  readonly different: ReadonlyMap<string, string>;
}

/** Reads the words of a memory. States share memories from beat to beat, so each is read once. */
export function wordsOfMemory(memory: LongTermMemory): WordsOfMemory {
  const known = READ.get(memory);
  if (known) return known;
  const all = wordsOf(memory.text);
  const read = { all, different: new Map(all.map((word) => [word, wordFamily(word)])) };
  READ.set(memory, read);
  return read;
}

const READ = new WeakMap<LongTermMemory, WordsOfMemory>();
