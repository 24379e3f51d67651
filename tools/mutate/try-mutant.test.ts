import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runNode } from '@entente/workspace/run-node';
import { expect, it } from 'vitest';
import { findMutants, type Mutant } from './find-mutants.mjs';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const tiny = here('fixtures/tiny');
const discount = here('fixtures/tiny/discount.ts');

async function tryOn(file: string, mutant: Mutant | null): Promise<number> {
  const { code } = await runNode(here('try-mutant.mjs'), [tiny, file, JSON.stringify(mutant)], { cwd: tiny, quiet: true });
  return code;
}

it('tells a change that a test notices from one that none does, from no change, and from a file without tests', async () => {
  const text = readFileSync(discount, 'utf8');
  const mutants = findMutants(text);
  const noticed = mutants.find(({ change }) => change.startsWith('- became'))!;
  const unnoticed = mutants.find(({ change }) => change.startsWith('=== became'))!;
  expect([
    await tryOn(discount, noticed),
    await tryOn(discount, unnoticed),
    await tryOn(discount, null),
    await tryOn(here('fixtures/tiny/alone.ts'), null),
  ]).toEqual([1, 0, 0, 2]);
  expect(readFileSync(discount, 'utf8')).toBe(text);
});
