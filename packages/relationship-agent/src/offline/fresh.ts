import { pickFrom } from '@entente/relationship/offline';

/** Draws one of several phrases, of those that do not stand in the history yet; of all if every one does. */
export function pickFresh(phrases: readonly string[], history: string, random: () => number): string {
  const unused = phrases.filter((phrase) => phrase === '' || !history.includes(phrase));
  return pickFrom(unused.length > 0 ? unused : phrases, random);
}
