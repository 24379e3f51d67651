/**
 * Compares names as people number them: digits by their value (`2` before `10`, `scene-2` before `scene-10`), letters by their code, and
 * phases of a year in the order of play (`S1901M`, `F1901M`, `W1901A`; `M` before `R`). For `Array.prototype.sort`; the same everywhere,
 * whatever the locale.
 */
export function compareNaturally(one: string, other: string): number {
  const [first, second] = [partsOf(one), partsOf(other)];
  for (let at = 0; at < Math.min(first.length, second.length); at++) {
    const order = compareParts(first[at]!, second[at]!);
    if (order !== 0) return order;
  }
  // Equal but for leading zeros and the like: never 0 for two names that differ.
  return first.length - second.length || (one < other ? -1 : Number(one > other));
}

/** Splits a name: digits become a number, a phase its place among all phases, and other text stays. */
type Part = { readonly text: string } | { readonly number: number } | { readonly phase: number };

const SEASONS = 'SFW';
const STAGES = 'MRA';

function partsOf(name: string): readonly Part[] {
  return (name.match(/\b[SFW]\d{4}[MRA]\b|\d+|\D/g) ?? []).map((text): Part => {
    const [, season, year, stage] = /^([SFW])(\d{4})([MRA])$/.exec(text) ?? [];
    if (season !== undefined && year !== undefined && stage !== undefined)
      return { phase: Number(year) * 9 + SEASONS.indexOf(season) * 3 + STAGES.indexOf(stage) };
    return /^\d/.test(text) ? { number: Number(text) } : { text };
  });
}

function compareParts(one: Part, other: Part): number {
  if ('number' in one && 'number' in other) return one.number - other.number;
  if ('phase' in one && 'phase' in other) return one.phase - other.phase;
  if ('text' in one && 'text' in other) return one.text < other.text ? -1 : Number(one.text > other.text);
  return rank(one) - rank(other);
}

/** Numbers, then phases, then letters. */
const rank = (part: Part): number => ('number' in part ? 0 : 'phase' in part ? 1 : 2);
