import { server } from '../data/api';
import { type Loading, useLoaded } from '../data/use-run';
import type { CallRow } from '../../server/call-row';

/** Every call of a run, in the order in which the answers came. */
export function useCalls(runId: string): Loading<readonly CallRow[]> {
  return useLoaded(() => readCalls(runId), `calls ${runId}`);
}

/** Fetches every call of a run. */
export async function readCalls(runId: string): Promise<readonly CallRow[]> {
  const reply = await server.api.runs[':run'].calls.$get({ param: { run: runId } });
  if (!reply.ok) throw new Error(`The calls of this run could not be read (${reply.status}).`);
  return (await reply.json()).calls;
}
