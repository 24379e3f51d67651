import { expect, test } from 'vitest';
import { byEmotion, describeEmotions, EMOTIONS, emotionSimilarity, emotionsSchema } from './emotions.js';

const calm = byEmotion(() => 0.1);

test('the schema accepts exactly eight emotions from 0 to 1 and refuses anything else', () => {
  expect(emotionsSchema.safeParse(calm).success).toBe(true);
  const { joy: _, ...seven } = calm;
  const refused = [
    seven,
    { ...calm, pride: 0.2 },
    { ...calm, joy: 1.2 },
    { ...calm, joy: -0.1 },
    { ...calm, joy: '0.5' },
    { ...calm, joy: null },
    EMOTIONS.map(() => 0.1),
  ];
  for (const wrong of refused) expect(emotionsSchema.safeParse(wrong).success).toBe(false);
});

test('the same mixture is similar at any strength, and opposite mixtures are not', () => {
  expect(
    emotionSimilarity(
      calm,
      byEmotion(() => 0.9),
    ),
  ).toBeCloseTo(1);
  const joyful = byEmotion((emotion) => (emotion === 'joy' ? 1 : 0));
  const sad = byEmotion((emotion) => (emotion === 'sadness' ? 1 : 0));
  expect(emotionSimilarity(joyful, sad)).toBe(0);
  expect(
    emotionSimilarity(
      joyful,
      byEmotion(() => 0),
    ),
  ).toBe(0);
});

test('a description has at most three emotions, strongest first', () => {
  expect(describeEmotions(calm)).toBe('little of anything');
  expect(describeEmotions({ ...calm, fear: 0.8, sadness: 0.3, anger: 0.5, joy: 0.26 })).toBe(
    'strong fear, clear anger, some sadness',
  );
});
