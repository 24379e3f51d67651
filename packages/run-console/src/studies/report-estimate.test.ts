import { estimateStudy, type RunEstimate } from '@entente/studies';
import { expect, test } from 'vitest';
import type { ConsoleIo } from '../cli/console-io.js';
import { type EstimateReport, reportEstimate } from './report-estimate.js';

const run = (condition: string, estimate: Partial<RunEstimate> = {}) => ({
  condition,
  estimate: { calls: 10, inputTokens: 900, outputTokens: 100, costUsd: 0.5, timeMs: 60_000, ...estimate },
});

function told(runs: readonly ReturnType<typeof run>[], changes: Partial<EstimateReport> = {}): string {
  let text = '';
  const io = { stdout: { write: (written: string) => (text += written) } } as unknown as ConsoleIo;
  const estimate = estimateStudy(runs, (each) => each.estimate);
  reportEstimate({ io, study: 'oaks', estimate, noun: 'game', basis: 'Guessed.', json: false, ...changes });
  return text;
}

test('conditions stand one below the other, with a sum where there are several', () => {
  const text = told([run('a'), run('b'), run('b')]);
  expect(text).toContain('oaks: 3 games, 2 conditions');
  expect(text).toMatch(/^b +2 +20 +1\.80k +200 +\$1\.00 +1 min 00 s$/m);
  expect(text).toMatch(/^all +3 +30 +2\.70k +300 +\$1\.50 +1 min 00 s$/m);
  expect(text).toContain('Nobody was asked. Guessed.');
  expect(told([run('a')])).not.toMatch(/^all /m);
});

test('a budget is held against the whole', () => {
  const two = [run('a'), run('b')];
  expect(told(two, { budget: { dollars: 1 } })).toContain('The budget is $1.00, which should do.');
  expect(told(two, { budget: { dollars: 0.99 } })).toContain('which will not do: games will be left to resume.');
  expect(told(two, { budget: { tokens: 2000 } })).toContain('The budget is 2.00k tokens, which should do.');
  expect(told(two, { budget: { tokens: 1999 } })).toContain('tokens, which will not do');
});

test('where a price is missing nothing is said of dollars', () => {
  const text = told([run('a', { costUsd: null }), run('b')], { budget: { dollars: 1 } });
  expect(text).toContain('A price is missing');
  expect(text).not.toContain('The budget');
  expect(text).toMatch(/^a +1 .*unknown/m);
});

test('programs get the estimate as one line of JSON', () => {
  expect(JSON.parse(told([run('a')], { json: true }))).toMatchObject({
    event: 'dry-run',
    study: 'oaks',
    conditions: [{ condition: 'a', calls: 10 }],
    total: { runs: 1, costUsd: 0.5 },
  });
});
