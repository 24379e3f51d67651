const COMMON = new Set(
  'about after again being because before between could does doing down each ever every from have having himself herself into just like made make more much never nobody other over people person same self shall should some somebody something than that their them then there these they thing this those through under until what when where which while whom with without would your yours away back once only very'.split(
    ' ',
  ),
);

/** Share of the content words of a text that occur in another one, by their beginnings; 0 for a text without any. */
export function haveInCommon(text: string, other: string): number {
  const wanted = [...new Set(stemsOf(text))];
  const found = new Set(stemsOf(other));
  return wanted.length === 0 ? 0 : wanted.filter((stem) => found.has(stem)).length / wanted.length;
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
  lie: 'lie',
  lied: 'lie',
  lies: 'lie',
  lying: 'lie',
  liar: 'lie',
  hit: 'hit',
  hits: 'hit',
  hitting: 'hit',
  left: 'leave',
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
