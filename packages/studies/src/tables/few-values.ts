import { FEW_VALUES, type Interval } from '../bootstrap/interval.js';
import { inThree } from './figures.js';
import type { Cell, Column } from './table.js';

/** The mark of an interval from few values, for people. */
const FEW_MARK = '†';

/** Stands behind the ends of an interval, and marks one that is from too few values to be relied on. */
const FEW_COLUMN: Column = {
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

/** Options of the columns of an interval. */
interface IntervalColumns extends Pick<Column, 'unit' | 'absent'> {
  /** Value that the interval is about, such as `the score`. @default that of the column before */
  readonly of?: string | undefined;
}

/** Columns of a bootstrap interval, for the cells of `intervalCells`. */
export function intervalColumns({ of, ...others }: IntervalColumns): readonly Column[] {
  const interval = `95 % interval${of === undefined ? '' : ` of ${of}`} (bootstrap)`;
  return [
    { key: 'low', title: 'from', meaning: `Lower end of the ${interval}.`, ...others, align: 'right', format: inThree },
    { key: 'high', title: 'to', meaning: `Upper end of the ${interval}.`, ...others, align: 'right', format: inThree },
    FEW_COLUMN,
  ];
}

/** The ends of an interval and whether it is from few values, as cells; where there is no interval, all are missing. */
export function intervalCells(interval: Interval | null): { readonly low: Cell; readonly high: Cell; readonly few: Cell } {
  if (interval === null) return { low: null, high: null, few: null };
  return { low: interval.low, high: interval.high, few: interval.few };
}

/** Seed of resampling in reports, so that the same runs always give the same report. */
export const REPORT_SEED = 'report';
