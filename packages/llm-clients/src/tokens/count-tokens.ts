/** How many tokens a text has for OpenAI's current models; others count within a fifth or so of that. Loads a tokenizer. */
export async function countTokens(text: string): Promise<number> {
  const tokenizer = await import('gpt-tokenizer/encoding/o200k_base');
  return tokenizer.countTokens(text);
}
