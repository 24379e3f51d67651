import { cutText } from '../text/cut-text.js';
import { pickFrom } from './plausible-text.js';

/** Faults of an answer that arrives: JSON that does not parse or fit, a reply cut short, a refusal. */
export const CONTENT_FAULTS = ['malformed', 'truncated', 'refusal'] as const;
export type ContentFault = (typeof CONTENT_FAULTS)[number];

/** The share of answers with each fault, 0 to 1. */
export type ContentFaultShares = Readonly<Partial<Record<ContentFault, number>>>;

export const REFUSAL_TEXT = "I'm sorry, but I can't help with that request.";

export function drawContentFault(shares: ContentFaultShares, random: () => number): ContentFault | undefined {
  let left = random();
  for (const fault of CONTENT_FAULTS) {
    left -= shares[fault] ?? 0;
    if (left < 0) return fault;
  }
  return undefined;
}

/**
 * Breaks a JSON reply as models do, from faults that any repair fixes (fences, a trailing comma) to faults that only asking again
 * fixes.
 */
export function malform(json: string, random: () => number): string {
  const body = json.trimEnd();
  return pickFrom(
    [
      () => `Here is the answer:\n\`\`\`json\n${body}\n\`\`\`\nLet me know if you need anything else.`,
      () => body.replace(/[}\]]$/, (bracket) => `,${bracket}`),
      () => body.replaceAll(/"([A-Za-z_]\w*)":/g, '$1:'),
      () => 'I would rather think about this a little longer before I put it in that form.',
      () => `{"unexpected": ${JSON.stringify(body.slice(0, 40))}}`,
    ],
    random,
  )();
}

/** Keeps between a third and four fifths of a reply. */
export function truncate(text: string, random: () => number): string {
  return cutText(text, Math.max(1, Math.floor(text.length * (0.33 + 0.47 * random()))));
}
