import { RULEBOOK_NAMES, RULEBOOK_SWITCHES, type RulebookSwitchName, toRulebook } from '@entente/diplomacy-rules';
import { expect, it } from 'vitest';
import { rulebookOfOptions } from './rulebook-of-options.js';

const VALUES = Object.entries(RULEBOOK_SWITCHES).flatMap(([name, { values }]) =>
  Object.keys(values).map((value) => [name as RulebookSwitchName, value] as const),
);

it.each(VALUES)('%s %s changes that switch of any rulebook, and no other', (name, value) => {
  for (const preset of RULEBOOK_NAMES) {
    const chosen = rulebookOfOptions({ rulebook: preset, [name]: value }, '2023');
    expect(toRulebook(chosen)).toEqual({ ...toRulebook(preset), [name]: value });
  }
});

it('keeps what is there where the command says nothing, and is a name where no switch differs', () => {
  const before = { preset: 'webdiplomacy', landFallback: 'none' } as const;
  expect(rulebookOfOptions({ rulebook: undefined }, before)).toEqual(before);
  expect(rulebookOfOptions({ rulebook: undefined, landFallback: 'whenNoRouteOrdered' }, before)).toBe('webdiplomacy');
  expect(rulebookOfOptions({ rulebook: '2023' }, before)).toBe('2023');
});
