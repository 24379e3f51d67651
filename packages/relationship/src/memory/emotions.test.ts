import { expect, test } from 'vitest';
import { byEmotion, describeEmotions, EMOTIONS, emotionSimilarity, emotionsSchema, feltEmotions } from './emotions.js';
import { feeling } from '../../test/samples.js';

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

test.each([
  ['the same state', { joy: 0.9, fear: 0.3 }, { joy: 0.9, fear: 0.3 }, 1],
  ['the same feeling, much weaker', { joy: 0.9 }, { joy: 0.2 }, 0.2 / 0.9],
  ['two feelings, one of them shared', { joy: 0.9, fear: 0.9 }, { joy: 0.9 }, 0.5],
  ['nothing in common', { joy: 1 }, { sadness: 1 }, 0],
  ['a feeling and none', { joy: 1 }, {}, 0],
  ['two faint states', { joy: 0.2 }, { joy: 0.2 }, 0],
  ['no feeling at all', {}, {}, 0],
] as const)('similarity goes by mixture and by strength: %s', (_, a, b, expected) => {
  expect(emotionSimilarity(feeling(a), feeling(b))).toBeCloseTo(expected, 9);
  expect(emotionSimilarity(feeling(b), feeling(a))).toBeCloseTo(expected, 9);
});

test('a description has at most three emotions, strongest first', () => {
  expect(describeEmotions(calm)).toBe('little of anything');
  expect(describeEmotions({ ...calm, fear: 0.8, sadness: 0.3, anger: 0.5, joy: 0.26 })).toBe(
    'strong fear, clear anger, some sadness',
  );
});

const ANCHORS = [
  [0, undefined],
  [0.25, 'some'],
  [0.5, 'clear'],
  [0.75, 'strong'],
  [1, 'strong'],
] as const;

test('every strength is told by the nearest anchor of the scale by which it was asked for', () => {
  for (let hundredths = 0; hundredths <= 100; hundredths++) {
    const joy = hundredths / 100;
    const distances = ANCHORS.map(([at]) => Math.abs(at - joy));
    const nearest = ANCHORS.filter((_, index) => distances[index]! <= Math.min(...distances) + 1e-9).map(
      ([, strength]) => strength,
    );
    expect(nearest, `${joy}`).toContain(feltEmotions({ ...calm, joy })[0]?.strength);
  }
});
