import { type SaidInWords, thoughtsInWords } from './plain-words.js';
import type { Reading } from './read-prompt.js';

/** Thoughts in the form that a prompt wants: plain words, or JSON with relationships as a list. */
export function replyInForm({ wantsPlainWords }: Reading, said: SaidInWords): string {
  return wantsPlainWords ? thoughtsInWords(said) : JSON.stringify(thoughtsInJson(said));
}

/** Relationships as prompts ask for them; a note is called `reasoning` there. */
export function thoughtsInJson({ diary, goals, relationships, note }: SaidInWords): object {
  return {
    ...(note !== undefined && { reasoning: note }),
    ...(diary !== undefined && { diary }),
    goals: goals ?? [],
    relationships: Object.entries(relationships ?? {}).map(([power, relationship]) => ({ power, relationship })),
  };
}
