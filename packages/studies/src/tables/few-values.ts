import { FEW_VALUES, type Interval } from '../bootstrap/interval.js';
import type { Cell, Column } from './table.js';

/** The mark of an interval from few values, for people. */
export const FEW_MARK = '†';

/** Stands behind the ends of an interval, and marks one that is from too few values to be relied on. */
export const FEW_COLUMN: Column = {
  key: 'few',
  title: 'few',
  meaning: `Whether the interval is from fewer than ${FEW_VALUES} values, so that it is probably too narrow.`,
  unit: 'true or false',
  absent: 'there is no interval',
  format: (value) => (value === 'true' ? FEW_MARK : ''),
  nothing: '',
};

/** Explains the mark; stands in the note of a table that has it. */
export const FEW_NOTE = `${FEW_MARK}: from fewer than ${FEW_VALUES} values, so the interval is probably too narrow.`;

/** The ends of an interval and whether it is from few values, as cells; where there is no interval, all are missing. */
export function intervalCells(interval: Interval | null): { readonly low: Cell; readonly high: Cell; readonly few: Cell } {
  if (interval === null) return { low: null, high: null, few: null };
  return { low: interval.low, high: interval.high, few: interval.few };
}

/** Seed of resampling in reports, so that the same runs always give the same report. */
export const REPORT_SEED = 'report';
