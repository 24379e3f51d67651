const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A count with thousands set apart: `12,345`. */
export const countInWords = (value: number): string => COUNT.format(value);

/** A count of things, with the singular of their name: `1 run`, `12,345 runs`. */
export const thingsInWords = (count: number, thing: string): string => `${countInWords(count)} ${thing}${count === 1 ? '' : 's'}`;

/** A duration in the unit that suits it: `84 ms`, `3.2 s`, `4 min 05 s`. */
export function durationInWords(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 100_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** Dollars with as many digits as matter: `$0.0042`, `$1.30`; a dash for a price that is not known. */
export function costInWords(dollars: number | null): string {
  if (dollars === null) return '–';
  return dollars === 0 ? '$0' : `$${dollars < 0.1 ? dollars.toPrecision(2) : dollars.toFixed(2)}`;
}

/** A number of tokens in short: `476k`, `1.2M`. */
export function tokensInWords(tokens: number): string {
  if (tokens < 1000) return String(tokens);
  if (tokens < 1_000_000) return `${Math.round(tokens / 1000)}k`;
  return `${(tokens / 1_000_000).toFixed(1)}M`;
}

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Day and time of an instant, in the reader's own form. @param at milliseconds since the Unix epoch */
export const timeInWords = (at: number): string => DAY.format(at);
