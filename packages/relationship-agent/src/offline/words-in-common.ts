const COMMON = new Set(
  'about after again being because before between could does doing down each ever every from have having himself herself into just like made make more much never nobody other over people person same self shall should some somebody something than that their them then there these they thing this those through under until what when where which while whom with without would your yours away back once only very'.split(
    ' ',
  ),
);

/**
 * Whether most content words of a text, two at least where it has two, occur in another one; compared by their beginnings.
 */
export function isNamedIn(text: string, other: string): boolean {
  const wanted = [...new Set(stemsOf(text))];
  const found = new Set(stemsOf(other));
  const common = wanted.filter((stem) => found.has(stem)).length;
  return common > 0 && common >= Math.max(wanted.length / 2, Math.min(2, wanted.length));
}

function stemsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return words
    .filter((word) => !COMMON.has(word))
    .map((word) => SAME[word] ?? word.replace(/(?:ing|ed|es|s|d)$/, '').slice(0, 7))
    .filter((stem) => stem.length >= 3);
}

/** Irregular forms of what ends relationships. */
const SAME: Readonly<Record<string, string>> = {
  lied: 'lie',
  lying: 'lie',
  liar: 'lie',
  hit: 'hit',
  hits: 'hit',
  hitting: 'hit',
  leaves: 'leave',
  leave: 'leave',
  leaving: 'leave',
  slept: 'sleep',
  sleeps: 'sleep',
  sleep: 'sleep',
  stole: 'steal',
  steals: 'steal',
  steal: 'steal',
  hid: 'hide',
  hides: 'hide',
  hidden: 'hide',
  hide: 'hide',
};
