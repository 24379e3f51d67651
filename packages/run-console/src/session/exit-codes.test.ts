import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EXIT_CODES } from './stop-handling.js';

const root = join(import.meta.dirname, '../../../..');

/** The exit codes in the first column of a page's tables. */
function exitCodesIn(page: string): readonly number[] {
  const rows = readFileSync(join(root, page), 'utf8').matchAll(/^\| (\d+(?:, \d+)*) +\|/gm);
  return [...rows].flatMap(([, codes]) => codes!.split(', ').map(Number)).sort((a, b) => a - b);
}

it.each(['docs/troubleshooting.md', 'packages/run-console/README.md'])('%s has every exit code', (page) => {
  expect(exitCodesIn(page)).toEqual([0, 1, 2, ...Object.values(EXIT_CODES).sort((a, b) => a - b)]);
});
