import { bootstrapInterval } from '@entente/studies';
import { intervalCells, intervalColumns } from '@entente/studies/tables';
import { expect, test } from 'vitest';
import { formatTable } from './format-table.js';

const cellsOf = (count: number) => {
  const values = Array.from({ length: count }, (_, index) => index);
  return intervalCells(bootstrapInterval(values, { seed: 's' }).interval);
};

test('an interval is marked below ten values, for people and for files', () => {
  expect(cellsOf(9).few).toBe(true);
  expect(cellsOf(10).few).toBe(false);
  const columns = intervalColumns({ unit: 'points', absent: 'there are too few values' }).slice(1);
  const shown = (few: boolean | null) =>
    formatTable(columns, [{ high: 8, few }], { width: 80 })
      .split('\n')
      .at(-1);
  expect(shown(true)).toBe('8.00  †');
  expect(shown(false)).toBe('8.00');
});

test('where there is no interval there is nothing to mark', () => {
  expect(cellsOf(1)).toEqual({ low: null, high: null, few: null });
});
