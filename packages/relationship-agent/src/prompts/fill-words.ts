import { fillTemplate } from '@entente/llm-clients';
import type { AgentWords } from './agent-words.js';

/** Fills the entry `name` of the words; a placeholder without a value stays as it is. */
export function fillWords(
  words: AgentWords,
  name: keyof AgentWords,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const entries = Object.entries(values).map(([key, value]) => [key, () => String(value)]);
  return fillTemplate(words[name], Object.fromEntries(entries) as Record<string, () => string>);
}
