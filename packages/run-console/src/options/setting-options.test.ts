import { defineSettings, modelId, oneOf, wholeNumber, yesOrNo } from '@entente/studies/settings';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UsageError } from '../cli/console-error.js';
import type { GivenOptions } from '../cli/option-rules.js';
import { besideStudyFile, missingNeed, neededSettings, readForkValue, settingOptions } from './setting-options.js';

const TABLE = defineSettings({
  rounds: { schema: wholeNumber(1), help: 'rounds of talk', default: 3, flag: '--rounds <n>', spec: 'game.rounds', fork: true },
  tone: {
    schema: oneOf(['plain', 'formal']),
    help: 'how letters sound',
    default: 'plain',
    flag: '--tone <name>',
    aliases: ['--style <name>'],
    spec: 'game.tone',
    fork: ['tone', 'style'],
    needs: 'letters',
  },
  letters: { schema: yesOrNo, help: 'letters are written', default: false, flag: '--letters [bool]', spec: 'game.letters' },
  draw: {
    schema: oneOf(['voted', 'never']),
    help: 'a game may be drawn',
    flag: '--draw',
    flagMeans: { yes: 'voted', no: 'never' },
    spec: 'game.draw',
  },
  powers: {
    schema: z.array(z.string({ error: 'write names' })),
    help: 'who plays',
    defaultText: 'all',
    flag: '--powers <list>',
    isList: true,
    inStudies: 'the names under seats',
    spec: 'powers',
  },
  model: { schema: modelId, help: 'model that plays', flag: '--model <id>', isModel: true, spec: 'model' },
  map: { schema: yesOrNo, help: 'draws a map', default: false, flag: '--map [bool]', spec: null },
  seats: { schema: z.string(), help: 'no option', spec: 'seats' },
});

/** A command as rules see it. */
function command(values: Readonly<Record<string, unknown>>, words: readonly string[] = []): GivenOptions {
  return { words, values, isGiven: (key) => key in values, flag: (key) => `--${key}` };
}

describe('settingOptions', () => {
  const options = settingOptions(TABLE);

  it('has an option for each setting with a flag, in the order of the table', () => {
    expect(Object.keys(options)).toEqual(['rounds', 'tone', 'letters', 'draw', 'powers', 'model', 'map']);
  });

  it('shows flags, choices and defaults in help', () => {
    expect(Object.values(options).map(({ flags, description }) => `${flags}: ${description}`)).toEqual([
      '--rounds <n>: rounds of talk (default: 3)',
      '--tone <name>: how letters sound (plain, formal; default: plain)',
      '--letters [bool]: letters are written',
      '--draw: a game may be drawn',
      '--powers <list>: who plays (default: all)',
      '--model <id>: model that plays',
      '--map [bool]: draws a map',
    ]);
    expect(options.tone).toMatchObject({ aliases: ['--style <name>'], choices: ['plain', 'formal'] });
    expect([options.powers.isList, options.tone.isList, options.rounds.choices]).toEqual([true, undefined, undefined]);
  });

  it.each([
    ['rounds', '4', 4],
    ['rounds', '1_000', 1000],
    ['tone', 'formal', 'formal'],
    ['letters', 'yes', true],
    ['letters', 'off', false],
    ['draw', 'true', 'voted'],
    ['draw', 'false', 'never'],
    ['powers', 'a, b', ['a', 'b']],
    ['model', 'true', 'true'],
  ] as const)('reads --%s %s', (name, text, value) => {
    expect(options[name].parse!(text)).toEqual(value);
  });

  it.each([
    ['rounds', '0', '--rounds cannot be "0"; write a whole number of at least 1.'],
    ['tone', 'rude', '--tone cannot be "rude"; write one of plain, formal.'],
    ['letters', 'perhaps', '--letters cannot be "perhaps"; write true or false, or nothing for true.'],
    ['draw', 'voted', '--draw cannot be "voted"; write true or false, or nothing for true.'],
  ] as const)('refuses --%s %s', (name, text, complaint) => {
    expect(() => options[name].parse!(text)).toThrow(new UsageError(complaint));
  });
});

describe('besideStudyFile', () => {
  const rule = besideStudyFile(TABLE, { seeds: 'them under seeds' });

  it.each([
    ['rounds', 'put rounds under settings.'],
    ['draw', 'put draw: voted under settings.'],
    ['powers', 'put the names under seats.'],
    ['seeds', 'put them under seeds.'],
  ])('refuses --%s, and names its place in the file', (key, place) => {
    expect(rule(command({ [key]: 1 }, ['study.yaml']))).toBe(
      `--${key} has no effect here: the study file says what is played; ${place}`,
    );
  });

  it('lets pass what only chooses files, what has no flag, and commands without a study file', () => {
    expect(rule(command({ map: true, seats: 'x' }, ['study.yaml']))).toBeUndefined();
    expect(rule(command({ rounds: 4 }))).toBeUndefined();
  });
});

it('refuses options whose need is not asked for', () => {
  const rules = neededSettings(TABLE);
  expect(rules).toHaveLength(1);
  expect(rules[0]!(command({ tone: 'formal', letters: false }))).toBe(
    '--tone has no effect without --letters; add --letters, or leave out --tone.',
  );
  expect(rules[0]!(command({ tone: 'formal', letters: true }))).toBeUndefined();
  expect(neededSettings({ tone: { ...TABLE.tone, flag: undefined } as never })).toEqual([]);
});

it.each([
  [{ tone: 'formal' }, true],
  [{ tone: 'formal', letters: false }, true],
  [{ tone: 'formal', letters: true }, false],
  [{ tone: false }, false],
  [{ rounds: 4, letters: false }, false],
  [{}, false],
])('finds in %j a setting without its need: %s', (values, isMissing) => {
  expect(missingNeed(TABLE, values)).toBe(
    isMissing ? 'tone has no effect without letters; add letters, or leave out tone.' : undefined,
  );
});

describe('readForkValue', () => {
  it('reads values by the path in the spec, or by keys of the row', () => {
    expect(readForkValue(TABLE, 'game.rounds', '5')).toEqual({ name: 'rounds', value: 5 });
    expect(readForkValue(TABLE, 'style', 'formal')).toEqual({ name: 'tone', value: 'formal' });
  });

  it('refuses other values, and keys of no row', () => {
    expect(() => readForkValue(TABLE, 'tone', 'rude')).toThrow(
      new UsageError('tone cannot be "rude"; write one of plain, formal.'),
    );
    expect(() => readForkValue(TABLE, 'letters', 'true')).toThrow('No setting of the table has the key letters.');
  });
});
