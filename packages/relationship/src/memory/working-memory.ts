import { cutText } from '@entente/llm-clients/contract';

const ASCII = /^[\x00-\x7f]*$/;

/**
 * Estimates the number of tokens of a text: a quarter token for each ASCII character and a whole token for each other one, which is an
 * upper bound for everyday prose. It limits prompts; the tokens that a call really used are in its usage.
 */
export function roughTokens(text: string): number {
  if (ASCII.test(text)) return Math.ceil(text.length / 4);
  let quarters = 0;
  for (const character of text) quarters += character.codePointAt(0)! < 128 ? 1 : 4;
  return Math.ceil(quarters / 4);
}

// Histories are immutable, so their totals can be cached: each is needed again when the next line comes.
const counted = new WeakMap<readonly string[], number>();

/** Total of `roughTokens` over lines, plus one token for each line break. */
export function roughTokensOf(lines: readonly string[]): number {
  return counted.get(lines) ?? lines.reduce((total, line) => total + roughTokens(line) + 1, 0);
}

/**
 * Appends lines to a history and keeps it within a token budget. The history only grows until it exceeds the budget. Then the oldest
 * lines are dropped until it fits half the budget, so that the beginning of a prompt changes rarely and providers can cache it.
 * A line longer than a quarter of the budget is cut.
 */
export function appendLines(history: readonly string[], added: readonly string[], budgetTokens: number): readonly string[] {
  const lines = [...history];
  let total = roughTokensOf(lines);
  for (const line of added) {
    const kept = cutToTokens(line, Math.floor(budgetTokens / 4));
    lines.push(kept);
    total += roughTokens(kept) + 1;
    if (total > budgetTokens) {
      const trimmed = newestLines(lines, Math.floor(budgetTokens / 2));
      lines.splice(0, lines.length - trimmed.length);
      total = roughTokensOf(lines);
    }
  }
  counted.set(lines, total);
  return lines;
}

/** Newest lines that together fit into the budget. */
export function newestLines(lines: readonly string[], budgetTokens: number): readonly string[] {
  let total = 0;
  let start = lines.length;
  while (start > 0) {
    total += roughTokens(lines[start - 1]!) + 1;
    if (total > budgetTokens) break;
    start--;
  }
  return lines.slice(start);
}

function cutToTokens(line: string, tokens: number): string {
  if (roughTokens(line) <= tokens) return line;
  // A character is at most one token and at least a quarter of one, so this converges from the generous side.
  let cut = cutText(line, tokens * 4);
  while (roughTokens(cut) >= tokens) cut = cutText(cut, Math.floor(cut.length * 0.9));
  return `${cut}…`;
}
