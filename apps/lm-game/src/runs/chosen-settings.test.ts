import { RULEBOOK_NAMES, RULEBOOK_SWITCHES, type RulebookSwitchName, toRulebook } from '@entente/diplomacy-rules';
import { expect, it } from 'vitest';
import { rulebookOf } from './chosen-settings.js';

const VALUES = Object.entries(RULEBOOK_SWITCHES).flatMap(([name, { values }]) =>
  Object.keys(values).map((value) => [name as RulebookSwitchName, value] as const),
);

it.each(VALUES)('%s %s changes that switch of any rulebook, and no other', (name, value) => {
  for (const preset of RULEBOOK_NAMES) {
    const chosen = rulebookOf({ rulebook: preset, [name]: value }, '2023');
    expect(toRulebook(chosen)).toEqual({ ...toRulebook(preset), [name]: value });
  }
});

it('keeps the rulebook where the command names none, and is a name where no switch differs', () => {
  const before = { preset: 'webdiplomacy', landFallback: 'none' } as const;
  expect(rulebookOf({ rulebook: undefined }, before)).toEqual(before);
  expect(rulebookOf({ rulebook: undefined, landFallback: 'whenNoRouteOrdered' }, before)).toBe('webdiplomacy');
  expect(rulebookOf({ rulebook: '2023' }, before)).toBe('2023');
});
