import { classifyOutcome, commitmentLogOf } from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';
import { expect, test } from 'vitest';
import { drawRoles } from '../src/couple-runs/draw-roles.js';
import { offlineRun } from './offline-run.js';

const { couples } = shippedLibrary();

test('offline, couples come out differently, and no partner’s trajectory stands still', async () => {
  const runs = await Promise.all(couples.slice(0, 4).map(({ id }) => offlineRun({ couple: id, settings: { scenes: 5 } })));
  const logs = runs.map(({ outcome }) => commitmentLogOf(outcome.state));
  expect(new Set(logs.map((log) => classifyOutcome(log).outcome)).size).toBeGreaterThanOrEqual(2);
  for (const log of logs) expect(new Set(log.map(({ scores }) => scores.A.score)).size).toBeGreaterThan(2);
});

test('offline, another seed tells another story of the same couple', async () => {
  const [first, second] = await Promise.all(['1', '2'].map((seed) => offlineRun({ seed, settings: { scenes: 2 } })));
  expect(first!.outcome.state.story).not.toEqual(second!.outcome.state.story);
  const again = await offlineRun({ seed: '1', settings: { scenes: 2 } });
  expect(again.facts).toEqual(first!.facts);
});

test('roles are drawn evenly over seeds, are the same for the same seed, and swap with each replicate', () => {
  const seeds = Array.from({ length: 200 }, (_, index) => String(index + 1));
  const first = seeds.map((seed) => drawRoles({ id: 'maya-jonas' }, seed, 0).A);
  expect(first.filter((place) => place === 0).length).toBeGreaterThan(80);
  expect(first.filter((place) => place === 1).length).toBeGreaterThan(80);
  expect(seeds.map((seed) => drawRoles({ id: 'maya-jonas' }, seed, 2).A)).toEqual(first);
  expect(seeds.map((seed) => drawRoles({ id: 'maya-jonas' }, seed, 1).B)).toEqual(first);
  expect(seeds.map((seed) => drawRoles({ id: 'ruth-isaac' }, seed, 0).A)).not.toEqual(first);
});
