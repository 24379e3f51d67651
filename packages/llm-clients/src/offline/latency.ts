import { SettingError } from '../errors/llm-client-error.js';

/** Draws how long a call takes, in milliseconds, from numbers in [0, 1). */
export type Latency = (random: () => number) => number;

const FORMS = "'0', 'fixed:50ms', 'uniform:50ms,200ms' or 'lognormal:800ms,0.6' (median, then the spread of its logarithm)";

/**
 * Reads a latency setting; durations carry `ms` or `s`, a bare number is milliseconds.
 * @throws SettingError naming `setting` and the forms that are understood
 */
export function parseLatency(text: string, setting = 'latency'): Latency {
  const fail = (): never => {
    throw new SettingError(setting, `${setting} ${JSON.stringify(text)} is not understood; write ${FORMS}`);
  };
  const duration = (part: string | undefined): number => parseDuration(part) ?? fail();

  const [, form, rest = ''] = /^(?:([a-z]+):)?(.*)$/.exec(text.trim()) ?? fail();
  const parts = rest.split(',').map((part) => part.trim());
  if (form === undefined || form === 'fixed') {
    const ms = parts.length === 1 ? duration(parts[0]) : fail();
    return () => ms;
  }
  if (parts.length !== 2) return fail();
  if (form === 'uniform') {
    const from = duration(parts[0]);
    const to = duration(parts[1]);
    return to < from ? fail() : (random) => from + (to - from) * random();
  }
  if (form === 'lognormal') {
    const median = duration(parts[0]);
    const spread = /^\d*\.?\d+$/.test(parts[1] ?? '') ? Number(parts[1]) : fail();
    return (random) => median * Math.exp(spread * standardNormal(random));
  }
  return fail();
}

function parseDuration(text: string | undefined): number | undefined {
  const [, amount, unit] = /^(\d*\.?\d+)(ms|s)?$/.exec(text ?? '') ?? [];
  return amount === undefined ? undefined : Number(amount) * (unit === 's' ? 1_000 : 1);
}

// Box-Muller; 1 - random() is never 0, so the logarithm is finite.
function standardNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
