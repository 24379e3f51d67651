import { POSITION_PART } from '@entente/diplomacy-game';
import { type Position, type Power, POWERS } from '@entente/diplomacy-rules';
import type { GenerateRequest } from '@entente/llm-clients';

/** Parts of a person's prompt, for a screen. */
export interface PersonPrompt {
  readonly power: Power;
  readonly asksFor: 'messages' | 'orders';
  readonly position: Position;
  /** By their title lines, `THE BOARD`, in the order of the prompt. */
  readonly sections: readonly { readonly title: string; readonly text: string }[];
  /** The question, and how to answer it. */
  readonly question: string;
  /** Whether it is asked again, with complaints. */
  readonly again: boolean;
}

/** @throws Error for a prompt that is not meant for a person */
export function readPersonPrompt({ messages, label }: GenerateRequest): PersonPrompt {
  const parts = messages.at(-1)?.parts ?? [];
  const question = parts.at(-1)?.text ?? '';
  const shown = parts.slice(0, -1).map(({ text }) => text);
  const board = shown.find((text) => text.startsWith(`${POSITION_PART} `));
  const power = POWERS.find((each) => new RegExp(`^${each}, `, 'm').test(question));
  if (board === undefined || power === undefined) throw new Error(`A person cannot be asked "${label?.name ?? 'this'}".`);
  return {
    power,
    asksFor: label?.name === 'ask-person-orders' ? 'orders' : 'messages',
    position: JSON.parse(board.slice(POSITION_PART.length + 1)) as Position,
    sections: shown.filter((text) => text !== board).map((text) => ({ title: text.split('\n', 1)[0] ?? '', text })),
    question,
    again: !question.startsWith(power),
  };
}
