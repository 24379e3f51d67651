import { describe, expect, it } from 'vitest';
import { decidedBy, type GivenOptions, needs, noEffect, sameThing } from './option-rules.js';

const given = (values: Readonly<Record<string, unknown>>, words: readonly string[] = []): GivenOptions => ({
  words,
  values,
  isGiven: (key) => Object.hasOwn(values, key),
  flag: (key) => `--${key}`,
});

describe('rules of options', () => {
  it.each([
    [
      'needs another that is missing',
      needs(['log'], ['level']),
      { log: 'x' },
      '--log has no effect without --level; add --level, or leave out --log.',
    ],
    ['has what it needs', needs(['log'], ['level']), { log: 'x', level: 'debug' }, undefined],
    [
      'needs another that says no',
      needs(['narrator'], ['sum']),
      { narrator: 'x', sum: false },
      /--narrator has no effect without --sum/,
    ],
    ['says no itself', needs(['country'], ['folder']), { country: false }, undefined],
    ['is one of two names', sameThing('a', 'b'), { a: ['x'], b: ['y'] }, /--a and --b set the same thing/],
    ['is one of two names with one value', sameThing('a', 'b'), { a: ['x'], b: ['x'] }, undefined],
    [
      'stands beside what decides',
      decidedBy('seeds', ['games'], 'seeds say it'),
      { seeds: 3, games: 2 },
      '--games has no effect here: seeds say it; leave out --games.',
    ],
    ['stands alone', decidedBy('seeds', ['games'], 'seeds say it'), { games: 2 }, undefined],
  ] as const)('an option that %s', (_name, rule, values, expected) => {
    const complaint = rule(given(values));
    if (expected instanceof RegExp) expect(complaint).toMatch(expected);
    else expect(complaint).toBe(expected);
  });

  it('refuses an option in one kind of command alone, whatever its value', () => {
    const rule = noEffect({ when: ({ words }) => words.length > 0, options: ['plan'], because: (key) => `no ${key} there.` });
    expect(rule(given({ plan: false }, ['study.yaml']))).toBe('--plan has no effect here: no plan there.');
    expect(rule(given({ plan: true }))).toBeUndefined();
    expect(rule(given({}, ['study.yaml']))).toBeUndefined();
  });
});
