import { expect, it } from 'vitest';
import { shareKept } from './share-kept.js';

// E. B. Wilson, 1927: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n) with z = 1.96.
it.each([
  [0, 1, 0, 0.7935],
  [1, 0, 0.2065, 1],
  [8, 2, 0.4902, 0.9433],
  [50, 50, 0.4038, 0.5962],
])('%i kept and %i broken lie between %f and %f', (kept, broken, low, high) => {
  const share = shareKept({ kept, broken });
  expect(share).toMatchObject({ share: kept / (kept + broken), n: kept + broken });
  expect(share?.low).toBeCloseTo(low, 3);
  expect(share?.high).toBeCloseTo(high, 3);
});

it('is unknown where no promise was kept or broken', () => {
  expect(shareKept({ kept: 0, broken: 0 })).toBeNull();
});
