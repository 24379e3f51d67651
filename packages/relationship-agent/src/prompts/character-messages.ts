import type { Message } from '@entente/llm-clients';
import type { Character, Experience } from '@entente/relationship';
import type { AgentWords } from './agent-words.js';
import { historyText } from './history-text.js';
import { personaCard } from './persona-card.js';

/** Input of every prompt of this package. */
export interface CharacterRequest {
  readonly character: Character;
  readonly words: AgentWords;
}

/** Input of a prompt that looks at what has been lived through, oldest first. */
export interface HistoryRequest extends CharacterRequest {
  readonly history: readonly Experience[];
}

/**
 * Builds the messages that all prompts of this package share: rules and persona (the same for the whole run), the history (only grows
 * during a scene), and last the task. Providers cache the unchanged beginning.
 */
export function characterMessages({ character, words, history }: HistoryRequest, task: readonly string[]): readonly Message[] {
  const lived = historyText(words, history);
  const parts = [{ kind: 'tail', text: task.filter((text) => text !== '').join('\n\n') }] as const;
  return [
    { role: 'system', parts: [{ kind: 'stable', text: `${words.rules}\n\n${personaCard(words, character)}` }] },
    { role: 'user', parts: lived === '' ? parts : [{ kind: 'history', text: lived }, ...parts] },
  ];
}

/** A task in words, with the shape of its answer. */
export function taskAnsweredAs(words: AgentWords, task: string, shape: string): string {
  return `${task}\n${words.answer} ${shape}`;
}
