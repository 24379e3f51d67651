import { beforeAll, describe, expect, test } from 'vitest';
import { playCouples, type PlayedRun } from './offline-couples.js';
import {
  correlationOfPartners,
  fearOfTheAnxious,
  leadOfTheSecure,
  lossByContempt,
  shareEnded,
  shareWell,
} from './offline-effects.js';

describe.each(['by-state', 'fixed'] as const)('over 208 whole runs in the order %s', (order) => {
  let runs: readonly PlayedRun[] = [];
  beforeAll(async () => {
    runs = await playCouples({ order }, 13);
  });

  test('the effects are there', () => {
    expect(fearOfTheAnxious(runs).interval?.low).toBeGreaterThan(0.05);
    expect(lossByContempt(runs).interval?.low).toBeGreaterThan(0.1);
    expect(leadOfTheSecure(runs).interval?.low).toBeGreaterThan(0.5);
  });
  test('5 to 20 % break up, and about a third do well', () => {
    const { estimate: ended, interval } = shareEnded(runs);
    expect(ended).toBeGreaterThan(0.05);
    expect(ended).toBeLessThan(0.2);
    expect(interval?.high).toBeLessThan(0.35);
    expect(shareWell(runs).estimate).toBeGreaterThan(0.25);
  });
  test('the scores of two partners correlate as those of couples do', () => {
    const { estimate } = correlationOfPartners(runs);
    expect(estimate).toBeGreaterThan(0.5);
    expect(estimate).toBeLessThan(0.8);
  });
  test('at most one thought in five repeats within a run, and no reply is unusable', () => {
    for (const { repeated, unusable } of runs) {
      expect(repeated).toBeLessThan(0.2);
      expect(unusable).toEqual([]);
    }
  });
});
