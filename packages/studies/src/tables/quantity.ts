/** Sign for a missing value; never a 0. */
export const NOTHING = '–';

/** `950`, `12.3k`, `4.56M`: three digits that matter. */
export function formatCount(count: number): string {
  if (count < 1000) return String(Math.round(count));
  const [size, unit] = count < 999_500 ? [count / 1000, 'k'] : [count / 1_000_000, 'M'];
  return `${size < 9.995 ? size.toFixed(2) : size < 99.95 ? size.toFixed(1) : size.toFixed(0)}${unit}`;
}

/** Milliseconds as people read them: `450 ms`, `8.4 s`, `3 min 20 s`, `2 h 05 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${pad(Math.floor((seconds % 3600) / 60))} min`;
}

/** Dollars, or `unknown` where a price is not known; `free` where nothing is paid. */
export function formatCost(usd: number | null): string {
  if (usd === null) return 'unknown';
  if (usd === 0) return 'free';
  return usd < 0.01 ? '<$0.01' : `$${usd.toFixed(2)}`;
}

/** `1 run`, `3 runs`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
