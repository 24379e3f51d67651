import { expect, it } from 'vitest';
import { type BenchRow, mergeResults, readResults } from './merge-results.js';

const row = (name: string, latency: string | null, result: number, commit = 'old'): BenchRow => ({
  ...{ name, latency, result },
  measured: { cpu: 'c', cores: 2, node: 'v20', date: '2026-01-01', commit },
});

it('keeps what was not measured again, each row with its own date and commit', () => {
  const before = [row('one couple', 'fixed:50ms', 1), row('one couple', 'fixed:200ms', 2), row('cost', null, 3)];
  const now = [row('one couple', 'fixed:200ms', 20, 'new'), row('replay', null, 4, 'new')];
  expect(mergeResults(before, now)).toEqual([before[0], now[0], before[2], now[1]]);
  expect(mergeResults(before, [])).toEqual(before);
});

it('reads its own file again, and nothing from one of another form', () => {
  const rows = [row('cost', null, 3)];
  expect(readResults(JSON.stringify({ rows }))).toEqual(rows);
  expect(readResults('{"machine":{},"couples":[]}')).toEqual([]);
  expect(readResults(undefined)).toEqual([]);
});
