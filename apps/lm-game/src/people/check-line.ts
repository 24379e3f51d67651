import { checkOrder, explainIllegal, parseOrder } from '@entente/diplomacy-rules';
import type { PersonPrompt } from './read-person-prompt.js';

/** Finds the mistake in a typed line, so that it can be typed anew at once; `null` where it can be taken. */
export function complaintAbout(
  line: string,
  { asksFor, power, position }: PersonPrompt,
  taken: readonly string[],
): string | null {
  if (asksFor === 'messages') {
    const hasRecipient = /^[\p{L}-]+\s*:/u.test(line) || taken.length > 0 || /^done[.!]?$/i.test(line);
    return hasRecipient ? null : 'Write whom it is for: "ENGLAND: ...", or "all: ...".';
  }
  for (const text of line.split(';').map((order) => order.trim())) {
    if (text === '') continue;
    const parsed = parseOrder(text, { position, power });
    if (!parsed.ok) {
      const { message, suggestion } = parsed.refusal;
      return `${message}${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`;
    }
    const illegality = checkOrder(position, power, parsed.order);
    if (illegality !== null) return explainIllegal(illegality);
  }
  return null;
}
