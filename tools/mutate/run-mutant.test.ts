import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findMutants } from './find-mutants.mjs';
import { type PlacedMutant, runMutant } from './run-mutant.mjs';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const tiny = here('fixtures/tiny');
const broken = here('fixtures/broken');

/** First change of a file that begins with these words. */
function changeOf(file: string, change: string): PlacedMutant {
  const found = findMutants(readFileSync(file, 'utf8')).find((mutant) => mutant.change.startsWith(change))!;
  return { ...found, file };
}

it('tells a change that a test notices from one that none does, from no change, and from a file without tests', async () => {
  const discount = here('fixtures/tiny/discount.ts');
  const before = readFileSync(discount, 'utf8');
  expect(await runMutant(tiny, changeOf(discount, '- became'))).toBe('noticed');
  expect(await runMutant(tiny, changeOf(discount, '=== became'))).toBe('unnoticed');
  expect(await runMutant(tiny, null)).toBe('unnoticed');
  expect(await runMutant(tiny, changeOf(here('fixtures/tiny/alone.ts'), '1 became'))).toBe('untested');
  expect(readFileSync(discount, 'utf8')).toBe(before);
});

it('tells tests that fail without a change', async () => {
  expect(await runMutant(broken, null)).toBe('noticed');
});

it('ends tests that a change makes loop', async () => {
  const countdown = here('fixtures/tiny/countdown.ts');
  expect(await runMutant(tiny, changeOf(countdown, '- became'), { limitMs: 5_000 })).toBe('timed-out');
});

it('refuses to judge a change where the tests cannot be run', async () => {
  await expect(runMutant(here('fixtures/unreadable'), null)).rejects.toThrow(/could not be run \(code 3\):.*no settings/s);
});
