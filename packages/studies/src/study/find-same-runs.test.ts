import { describe, expect, test } from 'vitest';
import { findSameRuns } from './find-same-runs.js';

/** Runs as `condition: identities`. */
const study = (conditions: Readonly<Record<string, string>>) => {
  const identities = new Map<string, string>();
  const runs = Object.entries(conditions).flatMap(([condition, each]) =>
    [...each].map((identity, index) => {
      const id = `${condition}/s${index + 1}`;
      identities.set(id, identity);
      return { id, condition };
    }),
  );
  return findSameRuns(runs, ({ id }) => identities.get(id));
};

describe('findSameRuns', () => {
  test('conditions that differ everywhere share nothing', () => {
    expect(study({ a: 'klm', b: 'nop' })).toEqual({ shared: new Map(), fault: undefined });
  });
  test('conditions that agree in some runs share those', () => {
    expect(study({ a: 'klm', b: 'kop', c: 'qlr' })).toEqual({
      shared: new Map([
        ['b/s1', 'a/s1'],
        ['c/s2', 'a/s2'],
      ]),
      fault: undefined,
    });
  });
  test('a condition that agrees with an earlier one in every run is a fault, and so is a run that one condition has twice', () => {
    expect(study({ a: 'klm', b: 'nop', c: 'nop' }).fault).toEqual({ condition: 'c', ids: ['b/s1', 'c/s1'] });
    expect(study({ a: 'klk' }).fault).toEqual({ condition: 'a', ids: ['a/s1', 'a/s3'] });
  });
});
