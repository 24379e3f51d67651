import { RULEBOOK_SWITCHES } from '@entente/diplomacy-rules';
import type { Setting, SettingTable } from '@entente/studies/settings';
import { expect, it } from 'vitest';
import { PROMPT_SETS } from '../prompts/sets/prompt-sets.js';
import { GAME_SETTINGS } from './game-settings.js';

const rows = Object.entries(GAME_SETTINGS as SettingTable) as readonly (readonly [string, Setting])[];

it.each(rows)('%s accepts its own default, and needs a setting that exists', (_name, { schema, default: usual, needs }) => {
  if (usual !== undefined) expect(schema.parse(usual)).toEqual(usual);
  if (needs !== undefined) expect(Object.keys(GAME_SETTINGS)).toContain(needs);
});

it('gives every setting a flag of its own', () => {
  const flags = rows.flatMap(([, { flag = '', aliases = [] }]) => [flag, ...aliases].map((each) => each.split(' ')[0]));
  expect(new Set(flags).size).toBe(flags.length);
});

it('has every prompt set and every switch of a rulebook', () => {
  expect(GAME_SETTINGS.prompts.schema.options).toEqual(Object.keys(PROMPT_SETS));
  expect(Object.keys(GAME_SETTINGS)).toEqual(expect.arrayContaining(Object.keys(RULEBOOK_SWITCHES)));
});

it.each(rows)('%s explains every refused value in its own words', (_name, { schema }) => {
  const odd: readonly unknown[] = [
    null,
    true,
    0,
    -1,
    1.5,
    Number.NaN,
    '',
    'x',
    [],
    [''],
    [3],
    {},
    { x: 1 },
    { preset: '2023', x: 1 },
  ];
  const messages = odd.flatMap((value) => schema.safeParse(value).error?.issues.map(({ message }) => message) ?? []);
  expect(messages).not.toEqual([]);
  expect(messages.filter((message) => /^(Invalid|Too (small|big)|Unrecognized)/.test(message))).toEqual([]);
});
