import { z } from 'zod';

/** Plutchik's eight primary emotions, in the order of their vector. */
export const EMOTIONS = ['joy', 'acceptance', 'fear', 'surprise', 'sadness', 'disgust', 'anger', 'anticipation'] as const;
export type Emotion = (typeof EMOTIONS)[number];

/** Strength of each emotion, from 0 (absent) to 1 (overwhelming). */
export type Emotions = { readonly [E in Emotion]: number };

/** Builds emotions from a function that gives the strength for each name. */
export function byEmotion(strengthOf: (emotion: Emotion) => number): Emotions {
  return Object.fromEntries(EMOTIONS.map((emotion) => [emotion, strengthOf(emotion)])) as unknown as Emotions;
}

const strength = z.number().min(0).max(1);

/** Accepts exactly the eight emotions, each a number from 0 to 1; refuses a missing, renamed or out-of-range one. */
export const emotionsSchema: z.ZodType<Emotions> = z.strictObject({
  joy: strength,
  acceptance: strength,
  fear: strength,
  surprise: strength,
  sadness: strength,
  disgust: strength,
  anger: strength,
  anticipation: strength,
});

/** Strength from which an emotion counts as felt: nearer to "a little", 0.25, than to nothing. */
const FELT_FROM = 0.125;

/** Strength below which a mood is too faint to remind of anything. */
const REMINDS_FROM = 0.25;

/** Whether no emotion of a state is strong enough to remind of anything. */
export function isFaint(emotions: Emotions): boolean {
  return EMOTIONS.every((emotion) => emotions[emotion] < REMINDS_FROM);
}

/**
 * Similarity of two emotional states, 0 to 1: the sum of the smaller strengths by the sum of the larger ones (Ruzicka's similarity, the
 * weighted form of Jaccard's). A cosine would ignore intensity; this does not: {joy 0.9} and {joy 0.2} have 0.22, the same state 1, states
 * with nothing in common 0. It is 0 for two faint states, which are alike in nothing that is felt.
 */
export function emotionSimilarity(a: Emotions, b: Emotions): number {
  if (isFaint(a) && isFaint(b)) return 0;
  const sum = (pick: (first: number, second: number) => number): number =>
    EMOTIONS.reduce((total, emotion) => total + pick(a[emotion], b[emotion]), 0);
  return sum(Math.min) / sum(Math.max);
}

/** Words by the anchor of the scale that is nearest: 0.25 a little, 0.5 clearly, 0.75 strongly. */
const STRENGTHS = [
  { strength: 'strong', atLeast: 0.625 },
  { strength: 'clear', atLeast: 0.375 },
  { strength: 'some', atLeast: FELT_FROM },
] as const;

/** An emotion that is strong enough to be named, and how strong it is. */
export interface FeltEmotion {
  readonly emotion: Emotion;
  readonly strength: (typeof STRENGTHS)[number]['strength'];
}

/** Emotions of 0.125 and above, strongest first, each told by the nearest anchor of the scale it was asked by. */
export function feltEmotions(emotions: Emotions): readonly FeltEmotion[] {
  return EMOTIONS.toSorted((a, b) => emotions[b] - emotions[a]).flatMap((emotion) => {
    const found = STRENGTHS.find(({ atLeast }) => emotions[emotion] >= atLeast);
    return found ? [{ emotion, strength: found.strength }] : [];
  });
}

/** Describes the three strongest emotions: `strong fear, some sadness`. */
export function describeEmotions(emotions: Emotions): string {
  const words = feltEmotions(emotions).map(({ emotion, strength }) => `${strength} ${emotion}`);
  return words.length === 0 ? 'little of anything' : words.slice(0, 3).join(', ');
}
