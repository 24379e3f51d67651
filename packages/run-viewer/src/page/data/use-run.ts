import type { InferResponseType } from 'hono/client';
import { useLayoutEffect, useState } from 'preact/hooks';
import { server } from './api';

/** Header and row of a run, as the server gives them. */
export type RunHead = InferResponseType<(typeof server.api.runs)[':run']['$get'], 200>;

/** State of something that is being fetched. */
export type Loading<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly value: Value };

/** Fetches again whenever a key changes. */
export function useLoaded<Value>(load: () => Promise<Value>, key: string): Loading<Value> {
  const [held, setHeld] = useState<{ readonly key: string; readonly loading: Loading<Value> }>({
    key,
    loading: { state: 'loading' },
  });
  // Before the paint, which the answer need not wait for.
  useLayoutEffect(() => {
    let isWanted = true;
    const settle = (loading: Loading<Value>): void => {
      if (isWanted) setHeld({ key, loading });
    };
    load().then(
      (value) => settle({ state: 'ready', value }),
      (error: unknown) => settle({ state: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isWanted = false;
    };
    // Only the key decides what is fetched.
  }, [key]);
  return held.key === key ? held.loading : { state: 'loading' };
}

/** Header and row of a run. */
export function useRunHead(runId: string): Loading<RunHead> {
  return useLoaded(() => readHead(runId), runId);
}

async function readHead(runId: string): Promise<RunHead> {
  const reply = await server.api.runs[':run'].$get({ param: { run: runId } });
  if (!reply.ok) throw new Error('No run has this name.');
  return reply.json();
}
