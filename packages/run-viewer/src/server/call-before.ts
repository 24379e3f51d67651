import { parseCallPath } from '@entente/simulation-core/journal';
import type { ListedCall } from './call-list.js';
import type { CallRow } from './call-row.js';

/**
 * Finds the call that a call is best compared with: asked again, the one before at the same path; otherwise the last one before it of the
 * same speaker and prompt. Undefined for the first one.
 */
export function callBefore(calls: readonly ListedCall[], entry: number): ListedCall | undefined {
  const at = calls.findIndex(({ row }) => row.entry === entry);
  const own = calls[at]?.row;
  if (own === undefined) return undefined;
  const earlier = calls.slice(0, at);
  return (
    earlier.findLast(({ row }) => isSamePlace(row, own)) ??
    earlier.findLast(({ row }) => row.speaker !== null && row.speaker === own.speaker && row.label === own.label)
  );
}

const isSamePlace = (one: CallRow, other: CallRow): boolean =>
  one.outcome === 'answered' && parseCallPath(one.path).base === parseCallPath(other.path).base;
