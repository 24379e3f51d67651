import { describe, expect, it } from 'vitest';
import { COUPLE_SETTINGS } from './couple-settings.js';

const ODD_VALUES: readonly unknown[] = [null, true, 0, -1, 1.5, Number.NaN, '', 'x', [], [''], ['x'], [3], {}, { x: 1 }];
const WORDS_OF_ZOD = /^(Invalid|Too (small|big)|Unrecognized)/;

describe('COUPLE_SETTINGS', () => {
  it.each(Object.entries(COUPLE_SETTINGS))('explains every refused value of %s in its own words', (_name, { schema }) => {
    const messages = ODD_VALUES.flatMap((value) => schema.safeParse(value).error?.issues.map(({ message }) => message) ?? []);
    expect(messages).not.toEqual([]);
    expect(messages.filter((message) => WORDS_OF_ZOD.test(message))).toEqual([]);
  });
});
