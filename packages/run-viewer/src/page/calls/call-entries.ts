import type { CallRow } from '../../server/call-row';
import { readCalls } from './use-calls';

/** Whether a call stands at a path or below it. */
export function isBehind(path: string, call: string): boolean {
  return call.startsWith(`${path}#`) || call.startsWith(`${path}/`);
}

/**
 * Entry of the last answer at each path that still counts; a path without one is absent. The calls of a run are fetched once, and again
 * where a path is not among them.
 */
export async function entriesOf(runId: string, paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
  let rows = await callsOf(runId);
  if (paths.some((path) => !rows.some((row) => isBehind(path, row.path)))) rows = await callsOf(runId, true);
  return new Map(
    paths.flatMap((path) => {
      const row = rows.findLast((each) => isBehind(path, each.path) && !each.isReplaced);
      return row === undefined ? [] : [[path, row.entry] as const];
    }),
  );
}

let held: { readonly runId: string; readonly rows: Promise<readonly CallRow[]> } | undefined;

async function callsOf(runId: string, isStale = false): Promise<readonly CallRow[]> {
  if (held?.runId !== runId || isStale) held = { runId, rows: readCalls(runId) };
  return held.rows;
}
