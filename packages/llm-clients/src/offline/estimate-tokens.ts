/** Tokens in a text as the offline side counts them: four characters each, rounded up. Constant time, never exact. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

export const CHARACTERS_PER_TOKEN = 4;
