import { expect, test } from 'vitest';
import { differencesOfSpecs } from './differences-of-specs';

test('specs differ in the leaves that are not the same, those that one alone has included', () => {
  const first = { settings: { scenes: 3, events: [], order: 'fixed' }, partners: [{ name: 'Ada', goals: ['a', 'b'] }] };
  const second = {
    settings: { scenes: 3, events: [{ scene: 2 }], order: 'by-state' },
    partners: [{ name: 'Ada', goals: ['a'] }],
    x: null,
  };
  expect(differencesOfSpecs(first, second)).toEqual([
    { path: 'settings.order', first: 'fixed', second: 'by-state' },
    { path: 'partners.1.goals', first: 'a · b', second: 'a' },
    { path: 'settings.events.1.scene', first: undefined, second: '2' },
    { path: 'x', first: undefined, second: 'null' },
  ]);
  expect(differencesOfSpecs(first, structuredClone(first))).toEqual([]);
});
