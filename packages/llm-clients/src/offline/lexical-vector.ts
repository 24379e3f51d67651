import { TextHasher } from './text-hasher.js';

/** Length of an offline vector, unless another is asked for. */
export const LEXICAL_DIMENSIONS = 256;

// Words with little meaning, which count little.
const STOP_WORDS = new Set(
  (
    'a about after again all also am an and any are as at be been but by can could did do does for from had has have he her him his how i if in into is ' +
    'it its just me more my no not now of on once or our out she so some than that the their them then there they this to too up us very was we were ' +
    'what when which who will with would you your'
  ).split(' '),
);
const SUFFIX = /(?:ingly|edly|ing|ed|es|s|ly)$/;

/**
 * A text as a unit vector by its words, neighbouring words and letter groups, hashed into `dimensions` places with weights that
 * grow slower than counts. The same text has cosine 1 with itself, a paraphrase is nearer than an unrelated text.
 */
export function lexicalVector(text: string, dimensions = LEXICAL_DIMENSIONS): Float32Array {
  const counts = new Map<string, { count: number; weight: number }>();
  const add = (feature: string, weight: number): void => {
    const entry = counts.get(feature);
    if (entry) entry.count++;
    else counts.set(feature, { count: 1, weight });
  };
  let previous = '';
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  for (const word of letters.match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (STOP_WORDS.has(word)) {
      add(`word ${word}`, 0.1);
      continue;
    }
    const stem = word.length > 4 ? word.replace(SUFFIX, '') : word;
    add(`word ${stem}`, 1);
    if (previous !== '') add(`pair ${previous} ${stem}`, 0.4);
    const padded = `<${word}>`;
    for (let start = 0; start + 4 <= padded.length; start++) add(`group ${padded.slice(start, start + 4)}`, 0.3);
    previous = stem;
  }

  const vector = new Float32Array(dimensions);
  for (const [feature, { count, weight }] of counts) {
    const [place, sign] = new TextHasher().add(feature).words();
    const index = place % dimensions;
    vector[index] = (vector[index] ?? 0) + (sign & 1 ? 1 : -1) * weight * (1 + Math.log(count));
  }
  return normalize(vector);
}

// A text without words still needs a direction.
function normalize(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (length === 0) {
    vector[0] = 1;
    return vector;
  }
  return vector.map((value) => value / length);
}
