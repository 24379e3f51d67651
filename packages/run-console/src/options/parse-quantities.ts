import { UsageError } from '../cli/console-error.js';
import { parsed, type VerbOption } from '../cli/verb.js';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, '': 1000, m: 60_000, min: 60_000, h: 3_600_000 };

/** Reads `90s`, `20m`, `2h`, `500ms` or bare seconds into milliseconds. @throws UsageError */
export function parseDuration(text: string, flagName: string): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/.exec(text.trim()) ?? [];
  const factor = UNITS[unit];
  if (amount === undefined || factor === undefined)
    throw new UsageError(`${flagName} cannot be "${text}"; write e.g. 90s, 20m or 2h.`);
  return Number(amount) * factor;
}

/** Reads `5`, `$5` or `0.25` into dollars. @throws UsageError */
export function parseDollars(text: string, flagName: string): number {
  const amount = /^\$?(\d+(?:\.\d+)?)$/.exec(text.trim())?.[1];
  if (amount === undefined || Number(amount) === 0)
    throw new UsageError(`${flagName} cannot be "${text}"; write dollars, e.g. 5 or 0.25.`);
  return Number(amount);
}

/** Reads `2000000`, `2_000_000`, `500k` or `2M` into tokens. @throws UsageError */
export function parseTokens(text: string, flagName: string): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([kKmM]?)$/.exec(text.trim().replaceAll('_', '')) ?? [];
  const tokens = Number(amount) * (unit === '' ? 1 : unit.toLowerCase() === 'k' ? 1000 : 1_000_000);
  if (amount === undefined || tokens < 1) throw new UsageError(`${flagName} cannot be "${text}"; write tokens, e.g. 500k or 2M.`);
  return Math.round(tokens);
}

/**
 * Reads a bare number as that many seeds from 1 on (`3`: 1, 2, 3), and a list as those very seeds (`1,5,9`; `7,` is the seed
 * 7 alone).
 * @throws UsageError
 */
export function parseSeeds(text: string): readonly string[] {
  const words = text.split(',').map((word) => word.trim());
  if (words.length === 1) {
    const count = Number(words[0]);
    if (!/^\d+$/.test(words[0]!) || count < 1 || count > 100_000) throw badSeeds(text);
    return Array.from({ length: count }, (_, index) => String(index + 1));
  }
  const seeds = words.filter((word, index) => !(word === '' && index === words.length - 1));
  const twice = seeds.find((seed, index) => seeds.indexOf(seed) !== index);
  if (twice !== undefined) throw new UsageError(`--seeds names the seed ${twice} twice; write every seed once.`);
  if (seeds.length === 0 || seeds.some((seed) => !isSeed(seed))) throw badSeeds(text);
  return seeds;
}

/** Reads one seed: letters, digits and `-`. @throws UsageError */
export function parseSeed(text: string): string {
  if (isSeed(text.trim())) return text.trim();
  throw new UsageError(`--seed cannot be "${text}"; write one number or word, e.g. 7.`);
}

/** An option whose reader is told the option's name. */
export function quantity(
  flags: string,
  description: string,
  parse: (text: string, flagName: string) => number,
): VerbOption<number | undefined> {
  const name = /--[a-z-]+/.exec(flags)?.[0] ?? flags;
  return parsed(flags, description, (text) => parse(text, name));
}

const isSeed = (word: string): boolean => /^[A-Za-z0-9][A-Za-z0-9-]{0,30}$/.test(word);

function badSeeds(text: string): UsageError {
  return new UsageError(`--seeds cannot be "${text}"; write how many (3) or which ones (1,5,9).`);
}
