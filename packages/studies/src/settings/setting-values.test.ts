import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineSettings, type Setting } from './setting.js';
import { modelId, oneOf, wholeNumber, yesOrNo } from './setting-schemas.js';
import {
  choicesOf,
  defaultInWords,
  forkKeys,
  hasNoKey,
  NO_KEYS,
  schemaOfSection,
  studySettings,
  withGiven,
} from './setting-values.js';

const TABLE = defineSettings({
  rounds: { schema: wholeNumber(1), help: 'rounds of talk', default: 3, spec: 'game.rounds', fork: true },
  letters: { schema: yesOrNo, help: 'letters are written', default: false, spec: 'game.letters' },
  tone: { schema: oneOf(['plain', 'rich']), help: 'how they sound', spec: 'game.tone', fork: ['tone', 'style'] },
  seed: { schema: z.string(), help: 'seed', isAlwaysSet: true, spec: 'game.seed', inStudies: 'seeds' },
  model: { schema: modelId, help: 'who plays', isModel: true, spec: 'other.model' },
  map: { schema: yesOrNo, help: 'draws a map', default: false, spec: null, fork: true },
});

describe('schemaOfSection', () => {
  const schema = schemaOfSection(TABLE, 'game');

  it('fills in defaults, so that old headers can be read, and leaves out what is not set', () => {
    expect(schema.parse({ seed: 's' })).toEqual({ rounds: 3, letters: false, seed: 's' });
    expect(schema.parse({ seed: 's', rounds: 5, letters: true, tone: 'rich', model: 'x' })).toEqual({
      ...{ rounds: 5, letters: true, tone: 'rich', seed: 's' },
    });
  });

  it('wants what is always set, and no undefined value', () => {
    expect(schema.safeParse({}).success).toBe(false);
    expect(schema.safeParse({ seed: 's', tone: undefined }).success).toBe(false);
    expect(schema.safeParse({ seed: 's', rounds: 0 }).success).toBe(false);
  });
});

describe('withGiven', () => {
  it('takes what is given, then what was before, then the default', () => {
    expect(withGiven(TABLE, 'game', { rounds: 5, tone: undefined })).toEqual({ rounds: 5, letters: false });
    const before = { rounds: 7, letters: true, tone: 'rich' } as const;
    expect(withGiven(TABLE, 'game', { rounds: 5, letters: false }, before)).toEqual({ rounds: 5, letters: false, tone: 'rich' });
    expect(withGiven(TABLE, 'other', { rounds: 5, model: 'x' })).toEqual({ model: 'x' });
  });

  it('keeps the order of the table, and no undefined value, since both are hashed', () => {
    expect(JSON.stringify(withGiven(TABLE, 'game', { seed: 's', tone: 'rich', rounds: 1 }))).toBe(
      '{"rounds":1,"letters":false,"tone":"rich","seed":"s"}',
    );
    expect(Object.keys(withGiven(TABLE, 'game', {}))).toEqual(['rounds', 'letters']);
  });
});

describe('studySettings', () => {
  const settings = studySettings(TABLE);

  it('has each setting but those with a place of their own and those that only choose files', () => {
    expect(Object.keys(settings)).toEqual(['rounds', 'letters', 'tone', 'model']);
  });

  it('describes each for editors', () => {
    expect(settings['rounds']!.meta()).toMatchObject({ description: 'rounds of talk', default: 3 });
    expect(settings['letters']!.meta()).toMatchObject({ default: false });
    expect(settings['tone']!.meta()).not.toHaveProperty('default');
  });

  it('refuses keys in ids of models alone', () => {
    expect(settings['model']!.safeParse('openai:x').success).toBe(true);
    expect(settings['model']!.safeParse('openai:x#sk-1').error?.issues[0]?.message).toBe(NO_KEYS);
    expect(studySettings({ note: { schema: z.string(), help: '', spec: 'note' } })['note']!.safeParse('a#b').success).toBe(true);
    expect([hasNoKey('a'), hasNoKey('a#')]).toEqual([true, false]);
  });
});

it('forks by the path in the spec, or by keys of the row', () => {
  expect(forkKeys(TABLE)).toEqual(['game.rounds', 'tone', 'style']);
});

describe('a row in words', () => {
  const row = (more: Partial<Setting>): Setting => ({ schema: z.string(), help: '', spec: null, ...more });

  it('has choices where its words are all that it takes', () => {
    expect(choicesOf(TABLE.tone)).toEqual(['plain', 'rich']);
    expect(choicesOf({ ...TABLE.tone, flagMeans: { yes: 'rich', no: 'plain' } })).toBeUndefined();
    expect(choicesOf(TABLE.rounds)).toBeUndefined();
  });

  it.each([
    [{ default: 0 }, '0'],
    [{ default: 'plain' }, 'plain'],
    [{ default: true }, 'true'],
    [{ default: false }, undefined],
    [{}, undefined],
    [{ defaultText: 'the first model', default: false }, 'the first model'],
    [{ default: 'never', flagMeans: { yes: 'voted', no: 'never' } }, undefined],
    [{ default: 'voted', flagMeans: { yes: 'voted', no: 'never' } }, 'voted'],
  ] as const)('tells the default of %j as %s', (more, words) => {
    expect(defaultInWords(row(more))).toBe(words);
  });
});
