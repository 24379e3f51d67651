import type { Bounds } from '../lesson.js';

const NUMBER = String.raw`(-?\d{1,3}(?:,\d{3})+|-?\d+(?:\.\d+)?)`;

const RANGE = [
  new RegExp(String.raw`[[(]\s*${NUMBER}\s*,\s*${NUMBER}\s*[\])]`),
  new RegExp(String.raw`\b(?:between|from|range(?: of| is|:)?|in)\s+${NUMBER}\s*(?:and|to|-|–|\.\.+)\s*${NUMBER}`, 'i'),
];
/** Vertex AI: "from 1 (inclusive) to 8193 (exclusive)". */
const HALF_OPEN = new RegExp(String.raw`from ${NUMBER} \(inclusive\) to ${NUMBER} \(exclusive\)`, 'i');
const MOST = new RegExp(
  String.raw`(?:<=|≤|less[ _]than[ _]or[ _]equal(?:[ _]to)?|at most|up to|no more than|no greater than|not exceed|cannot exceed|` +
    String.raw`exceeds? (?:the )?(?:maximum|limit|max)[^\d\n]{0,60}|limit(?:ed)? (?:to|of|is|for)[^\d\n]{0,30}|` +
    String.raw`max(?:imum)?\b[^\d\n<>=]{0,60})[\s:=(\`'"]*${NUMBER}`,
  'i',
);
/** Anthropic: "max_tokens: 64000 > 8192, which is the maximum allowed number of output tokens". */
const ABOVE_MOST = new RegExp(String.raw`\d\s*>\s*${NUMBER}`);
const BELOW = new RegExp(String.raw`(?:less[ _]than|smaller than|below|under|<)\s*${NUMBER}`, 'i');
const LEAST = new RegExp(
  String.raw`(?:>=|≥|greater[ _]than[ _]or[ _]equal(?:[ _]to)?|at least|no less than|not be less than|minimum\b[^\d\n<>=]{0,40})[\s:=(\`'"]*${NUMBER}`,
  'i',
);
const EXACTLY = new RegExp(
  String.raw`(?:\bonly (?:be |be set to |the value |value |support(?:s)? |accept(?:s)? |take(?:s)? )?|must be (?:set to |equal to |exactly )?|` +
    String.raw`fixed (?:to|at) )${NUMBER}(?!\d| or| and| to|\s*[-–])`,
  'i',
);
const DEFAULT_ONLY = /only (the )?default|default value only/i;

/** Bounds that a refusal of `value` states in words or signs, as far as they speak against it. */
export function readBounds(text: string, value: number): Bounds | undefined {
  if (DEFAULT_ONLY.test(text)) return undefined;
  const [, first, beyond] = HALF_OPEN.exec(text) ?? [];
  if (toNumber(beyond) <= value) return { least: toNumber(first), most: toNumber(beyond) - (Number.isInteger(value) ? 1 : 0) };
  for (const pattern of RANGE) {
    const [, low, high] = pattern.exec(text) ?? [];
    const bounds = { least: toNumber(low), most: toNumber(high) };
    if (bounds.least <= bounds.most && (value < bounds.least || value > bounds.most)) return bounds;
  }
  for (const pattern of [ABOVE_MOST, MOST]) {
    const most = toNumber(pattern.exec(text)?.[1]);
    if (most < value) return { most };
  }
  const least = toNumber(LEAST.exec(text)?.[1]);
  if (least > value) return { least };
  const below = toNumber(BELOW.exec(text)?.[1]);
  // Of whole numbers the one before; of a share or a temperature a little less.
  if (below <= value) return { most: below > 2 ? below - 1 : below - 0.001 };
  const exactly = toNumber(EXACTLY.exec(text)?.[1]);
  return !Number.isNaN(exactly) && exactly !== value ? { least: exactly, most: exactly } : undefined;
}

function toNumber(text: string | undefined): number {
  return text === undefined ? NaN : Number(text.replaceAll(',', ''));
}
