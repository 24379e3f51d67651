import { expect, test } from 'vitest';
import { SettingError } from '../errors/llm-client-error.js';
import { seededRandom } from '../offline/seeded-random.js';
import { drawTransportFault, parseFault } from './faults.js';

test.each([
  ['429=0.05', { '429': 0.05 }],
  [' drop-body=1 ', { 'drop-body': 1 }],
  ['refusal=.5', { refusal: 0.5 }],
])('%j is understood', (text, shares) => {
  expect(parseFault(text)).toEqual(shares);
});

test.each(['429', '429=', '429=1.5', '418=0.1', 'hang=x', '429=-0.1'])('%j is refused with the faults there are', (text) => {
  expect(() => parseFault(text, '--fault')).toThrow(SettingError);
  expect(() => parseFault(text, '--fault')).toThrow(/--fault .*KIND=SHARE.*slow-headers.*refusal/);
});

test('faults are drawn in their shares', () => {
  const random = seededRandom('faults');
  const counts = { '429': 0, drop: 0, none: 0 };
  for (let draw = 0; draw < 10_000; draw++) {
    const fault = drawTransportFault({ '429': 0.2, drop: 0.1, refusal: 0.5 }, random);
    counts[fault === '429' || fault === 'drop' ? fault : 'none']++;
  }
  expect(counts['429'] / 10_000).toBeCloseTo(0.2, 1);
  expect(counts.drop / 10_000).toBeCloseTo(0.1, 1);
  expect(counts.none / 10_000).toBeCloseTo(0.7, 1);
});
