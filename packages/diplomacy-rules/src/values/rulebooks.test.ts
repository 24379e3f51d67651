import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { RulebookSwitchName } from './rulebook.js';
import { RULEBOOK_SWITCHES } from './rulebook.js';
import { RULEBOOK_NAMES, RULEBOOKS } from './rulebooks.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** Cells of the row of the README's tables that begins with a name. */
const row = (name: string): readonly string[] => {
  const line = readme.split('\n').find((each) => each.startsWith(`| \`${name}\` `)) ?? '';
  return line.split('|').map((cell) => cell.trim());
};

it.each(Object.keys(RULEBOOK_SWITCHES) as RulebookSwitchName[])(
  'the README shows every value of %s, and who has which',
  (name) => {
    const [, , meanings = '', ...having] = row(name);
    for (const value of Object.keys(RULEBOOK_SWITCHES[name].values)) expect(meanings).toContain(`\`${value}\``);
    expect(having.slice(0, -1)).toEqual(RULEBOOK_NAMES.map((preset) => `\`${RULEBOOKS[preset][name]}\``));
  },
);

it.each(RULEBOOK_NAMES)('the README says whose rulebook %s is', (name) => {
  expect(row(name)[2]).toMatch(/\w{5}/);
});
