import { coupleReader } from './couple-reader.js';
import { gameReader } from './game-reader.js';
import type { RunReader } from './run-reader.js';

const READERS: ReadonlyMap<string, RunReader> = new Map([
  ['relationship', coupleReader],
  ['diplomacy', gameReader],
]);

/** Reader of a kind of run; undefined for a kind that the page has no view for. */
export function readerOf(program: string): RunReader | undefined {
  return READERS.get(program);
}
