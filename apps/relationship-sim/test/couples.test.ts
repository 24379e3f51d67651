import { classifyOutcome, commitmentLogOf } from '@entente/relationship';
import { expect, test } from 'vitest';
import { COUPLES } from '../src/couples/couples.js';
import { offlineRun } from './offline-run.js';

const words = (text: string) => text.split(/\s+/).length;

test.each(COUPLES.map((couple) => [couple.id, couple] as const))('%s are two people with a past', (id, { partners }) => {
  expect(id).toBe(partners.map(({ name }) => name.toLowerCase()).join('-'));
  for (const { name, persona, goal, memories } of partners) {
    expect(persona.startsWith(`${name}, `)).toBe(true);
    expect(words(persona)).toBeGreaterThanOrEqual(110);
    expect(words(persona)).toBeLessThanOrEqual(200);
    expect(goal).toBeTruthy();
    expect(memories.length).toBeGreaterThanOrEqual(6);
  }
});

test('no two couples share a name', () => {
  const names = COUPLES.flatMap(({ partners }) => partners.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
});

test('offline, couples come out differently, and no partner’s trajectory stands still', async () => {
  const runs = await Promise.all(COUPLES.map((_, couple) => offlineRun({ couple })));
  const logs = runs.map(({ outcome }) => commitmentLogOf(outcome.state));
  expect(new Set(logs.map((log) => classifyOutcome(log).outcome)).size).toBeGreaterThanOrEqual(3);
  for (const log of logs) expect(new Set(log.map(({ scores }) => scores.A.score)).size).toBeGreaterThan(4);
});

test('offline, another seed tells another story of the same couple', async () => {
  const [first, second] = await Promise.all(['1', '2'].map((seed) => offlineRun({ seed, settings: { scenes: 3 } })));
  expect(first!.outcome.state.story).not.toEqual(second!.outcome.state.story);
  const again = await offlineRun({ seed: '1', settings: { scenes: 3 } });
  expect(again.facts).toEqual(first!.facts);
});
