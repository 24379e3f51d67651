import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSettingText, readYesOrNo } from './read-setting-text.js';
import { modelId, numberBetween, oneOf, wholeNumber, yesOrNo } from './setting-schemas.js';

describe('readYesOrNo', () => {
  it.each([
    [['1', 'true', 'T', ' Yes ', 'y', 'ON'], true],
    [['0', 'false', 'F', ' No ', 'n', 'OFF'], false],
  ] as const)('reads %j as %s', (texts, value) => {
    for (const text of texts) expect(readYesOrNo(text)).toEqual({ value });
  });

  it.each(['', '2', 'perhaps', 'true!'])('refuses %j', (text) => {
    expect(readYesOrNo(text)).toEqual({ problem: 'write true or false, or nothing for true' });
  });
});

describe('readSettingText', () => {
  const json = z.object({ rounds: z.number() });

  it.each([
    ['a whole number', wholeNumber(1), ' 12 ', 12],
    ['a number with digits set apart', wholeNumber(1), '1_000', 1000],
    ['a number below 0', numberBetween(-1, 1), '-0.5', -0.5],
    ['the bounds of a number', numberBetween(0, 2), '2', 2],
    ['a number as text where a text is wanted', modelId, '12', '12'],
    ['a word for yes as a text where a text is wanted', modelId, 'yes', 'yes'],
    ['a word for no', yesOrNo, 'off', false],
    ['1 as yes where no number is wanted', yesOrNo, '1', true],
    ['1 as a number where one is wanted', wholeNumber(0), '1', 1],
    ['one of several words', oneOf(['plain', 'rich']), 'rich', 'rich'],
    ['JSON', json, '{"rounds": 3}', { rounds: 3 }],
    ['a JSON list', z.array(z.int()), '[1, 2]', [1, 2]],
    ['a text that only begins as JSON', modelId, '{odd', '{odd'],
  ])('reads %s', (_name, schema, text, value) => {
    expect(readSettingText({ schema }, text)).toEqual({ value });
  });

  it.each([
    ['numbers', z.array(z.int()), '1, 2,', [1, 2]],
    ['words', z.array(z.string()), 'a,, b ', ['a', 'b']],
    ['numbers as words where words are wanted', z.array(z.string()), '1,2', ['1', '2']],
    ['words and numbers', z.array(z.union([z.int(), z.string()])), 'a1,2,3b', ['a1', 2, '3b']],
  ])('reads a list of %s', (_name, schema, text, value) => {
    expect(readSettingText({ schema, isList: true }, text)).toEqual({ value });
  });

  it.each([
    [wholeNumber(2), '1', 'write a whole number of at least 2'],
    [wholeNumber(2), '2.5', 'write a whole number of at least 2'],
    [wholeNumber(0), '5 apples', 'write a whole number of at least 0'],
    [numberBetween(0, 2), '2.1', 'write a number from 0 to 2'],
    [numberBetween(0, 2), '-0.1', 'write a number from 0 to 2'],
    [yesOrNo, 'perhaps', 'write true or false'],
    [oneOf(['a', 'b']), 'c', 'write one of a, b'],
    [modelId, '', 'write a model id'],
  ])('tells what a text would have to be (%#)', (schema, text, problem) => {
    expect(readSettingText({ schema }, text)).toEqual({ problem });
  });
});
