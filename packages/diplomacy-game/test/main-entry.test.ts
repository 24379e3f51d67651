import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SOURCE = new URL('../src/', import.meta.url);

const IMPORT = /^(?:import|export) (?!type )[^;]*? from '(\.[^']+)\.js'/gm;

/** Lists the files that a source file needs at run time, itself included. */
function reachedFrom(file: URL, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(file.href)) return reached;
  reached.add(file.href);
  for (const [, path = ''] of readFileSync(fileURLToPath(file), 'utf8').matchAll(IMPORT))
    reachedFrom(new URL(`${path}.ts`, file), reached);
  return reached;
}

it('leaves the offline diplomat out of the main entry', () => {
  const reached = [...reachedFrom(new URL('index.ts', SOURCE))];
  expect(reached.length).toBeGreaterThan(50);
  expect(reached.filter((file) => file.startsWith(new URL('offline/', SOURCE).href))).toEqual([]);
});

it('leaves prompts out of the entry for browsers', () => {
  const reached = [...reachedFrom(new URL('state/index.ts', SOURCE))];
  expect(reached.filter((file) => /\/(?:prompts|agents|phases|offline)\//.test(file))).toEqual([]);
});
