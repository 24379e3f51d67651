import { escapePattern } from '@entente/relationship';
/**
 * Writes a goal so that it can follow the words "You want": without the name of the one who wants it, without a full stop, and not
 * beginning with "wants". A goal in other words stays as it is.
 */
export function goalText(goal: string, name: string): string {
  const named = new RegExp(
    `^(?:${escapePattern(name)}|she|he|they|you|i)\\s+(?:wants?|hopes?|wishes|would like)\\s+(?=\\S)`,
    'iu',
  );
  const stripped = goal
    .trim()
    .replace(named, '')
    .replace(/^(?:wants?|hopes?) (?=to )/i, '')
    .replace(/\.+$/, '');
  const isName = new RegExp(`^${escapePattern(name)}\\b`, 'u').test(stripped);
  return isName || !/^(?:To|A|An|The|Not|That|Some\w*|Nothing|No)\b/.test(stripped)
    ? stripped
    : stripped.slice(0, 1).toLowerCase() + stripped.slice(1);
}
