import { readRoute } from '../../data/route';

/** Reads a word of the address behind `?`. */
export const wordInAddress = (key: string): string => readRoute(location.hash).query.get(key) ?? '';

/** Writes a word into the address without a new entry in the history. */
export function writeAddress(key: string, word: string): void {
  const [path = '', query = ''] = location.hash.split('?');
  const search = new URLSearchParams(query);
  if (search.get(key) === word) return;
  search.set(key, word);
  history.replaceState(null, '', `${path}?${search.toString()}`);
}
