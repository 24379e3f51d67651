import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rulebook } from './rulebook.js';
import { RULEBOOK_SWITCHES } from './rulebook.js';
import { changeRulebook, formatRulebook, parseRulebook, toRulebook } from './rulebook-choice.js';
import type { RulebookName } from './rulebooks.js';
import { RULEBOOK_NAMES, RULEBOOKS } from './rulebooks.js';

const preset = fc.constantFrom(...RULEBOOK_NAMES);
const rulebook = fc.record(
  Object.fromEntries(
    Object.entries(RULEBOOK_SWITCHES).map(([name, { values }]) => [name, fc.constantFrom(...Object.keys(values))]),
  ),
) as unknown as fc.Arbitrary<Rulebook>;

describe('a rulebook that is chosen', () => {
  it('is read back as it was written, whatever its switches', () => {
    fc.assert(
      fc.property(preset, rulebook, (name, wanted) => {
        const choice = changeRulebook(name, wanted);
        expect(toRulebook(choice)).toEqual(wanted);
        expect(parseRulebook(JSON.parse(JSON.stringify(choice)))).toEqual({ choice });
      }),
    );
  });

  it('is just a name where no switch differs, so that it is the same setting', () => {
    for (const name of RULEBOOK_NAMES) {
      expect(changeRulebook(name, RULEBOOKS[name])).toBe(name);
      expect(parseRulebook({ preset: name, ...RULEBOOKS[name] })).toEqual({ choice: name });
    }
  });

  it('is told in words', () => {
    expect(formatRulebook('webdiplomacy')).toBe('webdiplomacy');
    expect(formatRulebook({ preset: '2023', landFallback: 'full' })).toBe('2023 with landFallback full');
  });

  it.each<[unknown, string]>([
    ['1971', 'there is no rulebook "1971"; there are 2023,'],
    ['toString', 'there is no rulebook'],
    [7, 'the name of a rulebook is needed'],
    [null, 'the name of a rulebook is needed'],
    [[], 'the name of a rulebook is needed'],
    [{}, 'preset has to be one of 2023,'],
    [{ preset: 'web' }, 'preset has to be one of'],
    [{ preset: '2023', fog: 'thick' }, 'no switch "fog"; it has landFallback,'],
    [{ preset: '2023', constructor: 'none' }, 'no switch "constructor"'],
    [{ preset: '2023', landFallback: 'never' }, 'landFallback has to be one of none,'],
    [{ preset: '2023', landFallback: null }, 'landFallback has to be one of'],
  ])('is refused with what would do: %j', (value, problem) => {
    expect(parseRulebook(value).problem).toContain(problem);
  });
});

describe('the table of switches', () => {
  it('gives every named rulebook a value for each', () => {
    for (const [name, { values }] of Object.entries(RULEBOOK_SWITCHES)) {
      for (const of of RULEBOOK_NAMES satisfies readonly RulebookName[]) {
        expect(Object.keys(values)).toContain(RULEBOOKS[of][name as keyof Rulebook]);
      }
    }
  });

  it('gives each its own flag, named after it', () => {
    for (const [name, { flag }] of Object.entries(RULEBOOK_SWITCHES)) {
      expect(flag).toBe(`--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
    }
  });
});
