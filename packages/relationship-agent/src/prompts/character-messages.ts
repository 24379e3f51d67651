import type { Message } from '@entente/llm-clients';
import type { Character } from '@entente/relationship';

const RULES = `You speak for one person in a relationship, and you stay that person throughout.
- Feel, think and choose as this person would, faults included. Do not improve them, do not advise them, do not play for a happy ending.
- You know only what this person has lived through. Others' thoughts are closed to you.
- People change slowly: one evening rarely undoes a habit, and a hurt is not gone because somebody said so.
- Answer with exactly what is asked for and in the shape asked for, with nothing before or after it.`;

/**
 * Builds the messages that all prompts of this package share: rules and persona (the same for the whole run), the history (only grows
 * during a scene), and last the task. Providers cache the unchanged beginning.
 */
export function characterMessages(character: Character, history: readonly string[], task: string): readonly Message[] {
  const hope = character.goal ? `\n\nWHAT YOU HOPE FOR\n${character.goal}` : '';
  return [
    {
      role: 'system',
      parts: [{ kind: 'stable', text: `${RULES}\n\nWHO YOU ARE\nYou are ${character.name}. ${character.persona}${hope}` }],
    },
    {
      role: 'user',
      parts: [
        { kind: 'history', text: ['WHAT YOU HAVE LIVED THROUGH', ...history].join('\n') },
        { kind: 'tail', text: task },
      ],
    },
  ];
}
