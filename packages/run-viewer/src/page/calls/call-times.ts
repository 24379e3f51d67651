/** Time of a call as its bar shows it, in milliseconds since the Unix epoch. */
export interface CallTime {
  readonly begin: number;
  readonly end: number;
}

/** When a call was asked and answered. The winning attempt alone counts, as in the critical path. */
export function timeOf({ at, latencyMs }: { readonly at: number; readonly latencyMs: number }): CallTime {
  return { begin: at - latencyMs, end: at };
}

/** Smallest span that holds all times; undefined without any. */
export function spanOf(times: readonly CallTime[]): CallTime | undefined {
  if (times.length === 0) return undefined;
  return times.reduce((span, { begin, end }) => ({ begin: Math.min(span.begin, begin), end: Math.max(span.end, end) }));
}

/** Place of a time within a span, as shares of it: 0 to 1. */
export function placeIn({ begin, end }: CallTime, span: CallTime): { readonly from: number; readonly width: number } {
  const length = Math.max(1, span.end - span.begin);
  const from = Math.min(1, Math.max(0, (begin - span.begin) / length));
  return { from, width: Math.min(1 - from, (end - begin) / length) };
}
