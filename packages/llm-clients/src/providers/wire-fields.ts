import { clipText } from './clip-text.js';

/** A field of a reply that should be text; empty text counts as absent. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The beginning of a reply that is not what it should be, for an error's message. */
export function excerptOf(data: unknown): string {
  return data === undefined ? 'nothing' : clipText(JSON.stringify(data), 200);
}
