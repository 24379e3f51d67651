import type { OfflineResponder } from '../prompt.js';

/**
 * Everything that a model, a server or the name of a file may try on a terminal, an editor or a spreadsheet: a title, the clipboard, a
 * cleared screen, the short forms of these, colours, an overwritten line, signs taken back, a text turned round, a formula.
 */
export const HOSTILE_TEXT =
  '\u001b]0;owned\u0007\u001b]52;c;aGk=\u001b\\\u001b[2J\u001b[H\u001b[31m\u009b2J\u009d0;x\u009c\u202e\u2066\rerror: \u0008\u007f\u0000';

/** Responders whose longer texts, also those within JSON, end in `words`. */
export function withHostileWords(responders: readonly OfflineResponder[], words: string): readonly OfflineResponder[] {
  return responders.map((responder) => ({
    ...responder,
    reply: (request, random) => {
      const reply = responder.reply(request, random);
      try {
        return JSON.stringify(withWords(JSON.parse(reply), words));
      } catch {
        return `${reply} ${words}`;
      }
    },
  }));
}

/** Short texts are orders, names and choices, which a program would refuse. */
function withWords(value: unknown, words: string): unknown {
  if (typeof value === 'string') return value.length > 25 && value.includes(' ') ? `${value} ${words}` : value;
  if (Array.isArray(value)) return value.map((each) => withWords(each, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withWords(inner, words)]));
}
