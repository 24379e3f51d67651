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

/** Newest items, oldest first, that together fit into a token budget, by the text that each takes in a prompt. */
export function newestWithin<Item>(
  items: readonly Item[],
  budgetTokens: number,
  textOf: (item: Item) => string,
): readonly Item[] {
  let total = 0;
  let start = items.length;
  while (start > 0) {
    total += roughTokens(textOf(items[start - 1]!)) + TOKENS_OF_LABEL;
    if (total > budgetTokens) break;
    start--;
  }
  return items.slice(start);
}

/** Tokens of the words and the line break around an item. */
const TOKENS_OF_LABEL = 8;
