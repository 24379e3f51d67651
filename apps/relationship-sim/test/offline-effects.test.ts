import { beforeAll, describe, expect, test } from 'vitest';
import { BRIEF, playCouples, type PlayedRun } from './offline-couples.js';
import {
  correlationOfPartners,
  fearOfTheAnxious,
  leadOfTheSecure,
  lossByContempt,
  shareEnded,
  shareWell,
} from './offline-effects.js';

// 208 runs in all: 160 of one scene, and 48 of ten scenes without the calls that no effect needs. `npm run torture` plays 416 whole ones.
describe('over 200 runs of the shipped couples', () => {
  let short: readonly PlayedRun[] = [];
  let byState: readonly PlayedRun[] = [];
  let fixed: readonly PlayedRun[] = [];

  beforeAll(async () => {
    short = await playCouples({ ...BRIEF, scenes: 1 }, 10);
    byState = await playCouples({ ...BRIEF, partnerAppraisal: false, order: 'by-state' }, 1);
    fixed = await playCouples({ ...BRIEF, partnerAppraisal: false, order: 'fixed' }, 2);
  });

  test('the anxious feel more fear', () => {
    expect(fearOfTheAnxious(short).interval?.low).toBeGreaterThan(0.05);
  });
  test('contempt lowers commitment', () => {
    expect(lossByContempt([...byState, ...fixed]).interval?.low).toBeGreaterThan(0.3);
  });
  test('secure partners end higher than avoidant ones', () => {
    expect(leadOfTheSecure([...byState, ...fixed]).interval?.low).toBeGreaterThan(0.3);
  });
  test('some couples break up and not most; many do well', () => {
    expect(shareEnded([...byState, ...fixed]).estimate).toBeGreaterThan(0.02);
    expect(shareEnded([...byState, ...fixed]).interval?.high).toBeLessThan(0.4);
    expect(shareWell([...byState, ...fixed]).interval?.low).toBeGreaterThan(0.15);
  });
  test('the scores of two partners go together, but are not the same', () => {
    expect(correlationOfPartners([...byState, ...fixed]).interval?.low).toBeGreaterThan(0.1);
    expect(correlationOfPartners([...byState, ...fixed]).interval?.high).toBeLessThan(0.9);
  });
  test('at most one thought in five repeats within a run, and no reply is unusable', () => {
    for (const { repeated, unusable } of [...byState, ...fixed]) {
      expect(repeated).toBeLessThan(0.2);
      expect(unusable).toEqual([]);
    }
  });
});
