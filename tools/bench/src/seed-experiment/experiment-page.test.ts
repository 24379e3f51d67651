import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { experimentPage } from './experiment-page.js';
import type { ExperimentResult } from './experiment-result.js';

const beside = (file: string): URL => new URL(`../../../../docs/experiments/${file}`, import.meta.url);

test('the page of the experiment says what its figures say', () => {
  expect(existsSync(beside('async-api-calls.json'))).toBe(true);
  const result = JSON.parse(readFileSync(beside('async-api-calls.json'), 'utf8')) as ExperimentResult;
  expect(readFileSync(beside('async-api-calls.md'), 'utf8')).toBe(experimentPage(result));
  expect(result.games).toHaveLength(20);
});
