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

/** Cosine of two emotional states: 1 for the same mixture at any strength, 0 for mixtures with nothing in common. */
export function emotionSimilarity(a: Emotions, b: Emotions): number {
  let dot = 0;
  let lengthA = 0;
  let lengthB = 0;
  for (const emotion of EMOTIONS) {
    dot += a[emotion] * b[emotion];
    lengthA += a[emotion] ** 2;
    lengthB += b[emotion] ** 2;
  }
  return lengthA === 0 || lengthB === 0 ? 0 : dot / Math.sqrt(lengthA * lengthB);
}

const WORDS: readonly (readonly [atLeast: number, word: string])[] = [
  [0.75, 'strong'],
  [0.5, 'clear'],
  [0.25, 'some'],
];

/** Describes an emotional state as prompts show it, strongest emotion first: `strong fear, some sadness`. */
export function describeEmotions(emotions: Emotions): string {
  const felt = EMOTIONS.filter((emotion) => emotions[emotion] >= 0.25).sort((a, b) => emotions[b] - emotions[a]);
  const words = felt.slice(0, 3).map((emotion) => `${WORDS.find(([atLeast]) => emotions[emotion] >= atLeast)![1]} ${emotion}`);
  return words.length === 0 ? 'little of anything' : words.join(', ');
}
