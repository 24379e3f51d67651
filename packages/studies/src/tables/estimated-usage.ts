import { formatCost, formatCount } from './quantity.js';
import type { Column, Row } from './table.js';

/** Column of files for estimated usage; tables for people have a `~` before the figures. */
export const USAGE_ESTIMATED_COLUMN: Column = {
  key: 'usageEstimated',
  title: 'estimated',
  meaning:
    'Whether tokens, and so the cost, are estimated from the texts, at least in part, as the provider did not report all usage.',
  unit: 'true or false',
  forFilesOnly: true,
};

/** Explains the mark in a note below a table that has one. */
export const ESTIMATE_NOTE = '~: estimated from the texts, at least in part, as the provider did not report all usage.';

/** Whether a row has estimated usage. */
export function isEstimated(row: Row): boolean {
  return row[USAGE_ESTIMATED_COLUMN.key] === true;
}

/** A number of tokens, `~12.3k` where it was estimated. */
export function formatTokens(value: string | number, row: Row): string {
  return `${isEstimated(row) ? '~' : ''}${formatCount(Number(value))}`;
}

/** Dollars, `~$0.12` where the usage was estimated. */
export function formatUsageCost(value: string | number, row: Row): string {
  const usd = Number(value);
  return `${isEstimated(row) && usd > 0 ? '~' : ''}${formatCost(usd)}`;
}
