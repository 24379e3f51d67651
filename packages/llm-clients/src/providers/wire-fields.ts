/** A field of a reply that should be text; empty text counts as absent. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A field of a reply that should be a number of tokens; anything else counts as 0. */
export function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}

/** The beginning of a reply that is not what it should be, for an error's message. */
export function excerptOf(data: unknown): string {
  return data === undefined ? 'nothing' : JSON.stringify(data).slice(0, 200);
}
