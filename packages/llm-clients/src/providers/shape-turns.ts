import type { Message } from '../language-model.js';
import type { SystemRole } from './lesson.js';

export interface TurnRules {
  readonly systemRole: SystemRole;
  readonly mergeTurns: boolean;
  readonly endWithUser: boolean;
}

/**
 * Arranges the conversation in turns that a model accepts. None of its text is lost, and parts stay unchanged: with `user` as
 * system role, the instructions move to the head of the user turn after them.
 */
export function shapeTurns(messages: readonly Message[], { systemRole, mergeTurns, endWithUser }: TurnRules): readonly Message[] {
  let turns = messages;
  if (systemRole === 'user' && turns.some(({ role }) => role === 'system')) {
    turns = merged(turns.map((message) => (message.role === 'system' ? { ...message, role: 'user' } : message)));
  } else if (mergeTurns) {
    const instructions = turns.filter(({ role }) => role === 'system');
    turns = merged([...instructions, ...turns.filter(({ role }) => role !== 'system')]);
  }
  if (mergeTurns) {
    const first = turns.findIndex(({ role }) => role !== 'system');
    if (turns[first]?.role === 'assistant') turns = turns.toSpliced(first, 0, userTurn('(The conversation begins.)'));
  }
  return endWithUser && turns.at(-1)?.role === 'assistant' ? [...turns, userTurn('Go on.')] : turns;
}

/** Whether two turns of one role follow each other, or instructions come after the head. */
export function hasUnevenTurns(messages: readonly Message[]): boolean {
  return messages.some(({ role }, index) => index > 0 && (role === messages[index - 1]?.role || role === 'system'));
}

function merged(messages: readonly Message[]): readonly Message[] {
  const turns: Message[] = [];
  for (const message of messages) {
    const last = turns.at(-1);
    if (last?.role === message.role) turns[turns.length - 1] = { role: last.role, parts: [...last.parts, ...message.parts] };
    else turns.push(message);
  }
  return turns;
}

function userTurn(text: string): Message {
  return { role: 'user', parts: [{ kind: 'tail', text }] };
}
