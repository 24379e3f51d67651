import type { CallRow } from '../../server/call-row';

/** Calls of the same partner, power or director before and after one, and other answers at its path. */
export interface Neighbours {
  readonly previous: CallRow | undefined;
  readonly next: CallRow | undefined;
  /** Calls that ask the same thing, this one included: asked again with a complaint, or anew. */
  readonly again: readonly CallRow[];
}

/** Finds the calls that a reader of one call wants to see next. */
export function neighboursOf(calls: readonly CallRow[], call: CallRow): Neighbours {
  const own = calls.filter(({ speaker }) => speaker !== null && speaker === call.speaker);
  const at = own.findIndex(({ entry }) => entry === call.entry);
  const base = call.path.replace(/#\d+$/, '');
  return {
    previous: at > 0 ? own[at - 1] : undefined,
    next: at >= 0 ? own[at + 1] : undefined,
    again: calls.filter(({ path }) => path.replace(/#\d+$/, '') === base),
  };
}
