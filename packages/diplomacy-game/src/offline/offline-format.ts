import type { OfflineRequest } from '@entente/llm-clients';
import { messagesFromWords, ordersAnywhere, ordersFromWords, thoughtsFromWords, thoughtsInJson } from './plain-words.js';
import { readRelationships } from './read-prompt.js';

/**
 * Second step: converts free text to JSON. It invents nothing: from words that are not its own it takes the orders and relationships that
 * it sees, and the words as they are.
 */
export function offlineFormat({ messages }: OfflineRequest): string {
  const text = messages.find(({ role }) => role === 'user')?.text ?? '';
  const task = text.lastIndexOf('\nYOUR TASK: ');
  const title = text.slice(task).split('\n')[1] ?? '';
  const words = (task < 0 ? text : text.slice(0, task)).replace(/^WHAT WAS SAID\n/, '').trim();
  if (title.includes('MESSAGES')) return JSON.stringify(messagesFromWords(words));
  if (title.includes('ORDERS')) {
    const { reasoning, orders } = ordersFromWords(words);
    return JSON.stringify({ reasoning, orders: orders.length > 0 ? orders : ordersAnywhere(words) });
  }
  const said = thoughtsFromWords(words);
  const isOurs = said.goals !== undefined || said.relationships !== undefined || said.diary !== undefined;
  return JSON.stringify(thoughtsInJson(isOurs ? said : { diary: words, note: words, relationships: readRelationships(words) }));
}
