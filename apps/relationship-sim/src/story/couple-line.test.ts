import { displayWidth } from '@entente/run-console';
import { expect, it } from 'vitest';
import type { RunSpec } from '../couple-runs/run-spec.js';
import { coupleLine } from './couple-line.js';

const PARTNERS = [{ name: 'Theodore' }, { name: 'Amara' }];

it.each([60, 80, 92, 120])('keeps both curves within %i columns, though the seed of a fork is long', (width) => {
  const spec = { couple: { partners: PARTNERS }, roles: { A: 1, B: 0 }, settings: { scenes: 10 } } as unknown as RunSpec;
  const line = coupleLine(spec, '1~scene-3-e1f2a3b4-17');
  for (let scene = 1; scene <= 10; scene++) {
    line.onFact({ type: 'commitment-scored', partner: 'A', scene, score: 5 });
    line.onFact({ type: 'commitment-scored', partner: 'B', scene, score: 7 });
  }
  const text = line.text(width);
  expect(displayWidth(text)).toBeLessThanOrEqual(width);
  expect(text).toMatch(/5\.0$/);
});
