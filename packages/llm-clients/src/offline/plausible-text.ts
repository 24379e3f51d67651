const OPENINGS = ['After a moment', 'In the end', 'For now', 'This time', 'As before', 'Quietly', 'To be fair', 'On reflection'];
const SUBJECTS = [
  'the plan',
  'the visit',
  'the letter',
  'their agreement',
  'the question',
  'the offer',
  'the morning',
  'the promise',
];
const VERBS = ['holds', 'changes little', 'matters more than it seemed', 'can wait', 'needs another look', 'leads somewhere new'];
const ENDINGS = [
  'and nobody objects',
  'though doubts remain',
  'which is a relief',
  'at least until tomorrow',
  'as far as anyone can tell',
];
const WORDS = [
  'harbour',
  'lantern',
  'orchard',
  'signal',
  'thread',
  'window',
  'copper',
  'meadow',
  'ledger',
  'summit',
  'tide',
  'garden',
];
const NAMES = ['Ada', 'Bruno', 'Carla', 'Dario', 'Elif', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kaya', 'Lena'];

export function pickFrom<Value>(values: readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('There is nothing to pick from');
  return value;
}

/** Returns a sentence about nothing in particular, for requests that no responder recognises. */
export function plausibleSentence(random: () => number): string {
  return `${pickFrom(OPENINGS, random)} ${pickFrom(SUBJECTS, random)} ${pickFrom(VERBS, random)}, ${pickFrom(ENDINGS, random)}.`;
}

/** Returns a string that suits a property of that name: a first name for `name`, a word for `id` or `title`, otherwise a sentence. */
export function plausibleString(property: string, random: () => number): string {
  if (/name$/i.test(property)) return pickFrom(NAMES, random);
  if (/(^|[a-z_])(id|key|title|tag|word|label|kind|type)$/i.test(property)) return pickFrom(WORDS, random);
  return plausibleSentence(random);
}
