import type { KeptOnRecord } from '@entente/simulation-core';
import type { Row } from '@entente/studies/tables';
import type { RunKind } from './run-kind.js';

/**
 * Puts a run's row of the table of results on record with its end, so that a repeated command tells it without reading the
 * journal. A row of another version, or without a column of this table, is computed from the journal again.
 */
export function rowsOnRecord({
  packageVersion,
  results,
}: Pick<RunKind<never, never>, 'packageVersion' | 'results'>): KeptOnRecord<Row> {
  return {
    toRecord: (row) => ({
      version: packageVersion,
      row: { ...Object.fromEntries(results.columns.map(({ key }) => [key, null])), ...row },
    }),
    fromRecord: (result) => {
      if (typeof result !== 'object' || result === null || !('row' in result)) return undefined;
      const { version, row } = result as { readonly version?: unknown; readonly row: unknown };
      if (version !== packageVersion || typeof row !== 'object' || row === null) return undefined;
      return results.columns.every(({ key }) => Object.hasOwn(row, key)) ? (row as Row) : undefined;
    },
  };
}
