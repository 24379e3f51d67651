import type { OfflineRequest } from '@entente/llm-clients';
import { SECTIONS } from '../prompts/game-messages.js';

export type SectionName = keyof typeof SECTIONS;

/** A section of a prompt: its text, and the rest of its title. */
export interface PromptSection {
  readonly name: SectionName;
  /** `S1901M` of `PRESS OF S1901M`, `WRITE MESSAGES` of `YOUR TASK: WRITE MESSAGES`; empty where there is nothing. */
  readonly about: string;
  readonly body: string;
}

const NAMES = new Map(Object.entries(SECTIONS).map(([name, title]) => [title as string, name as SectionName]));
const TITLE = new RegExp(`^(${[...NAMES.keys()].join('|')})(?:(?: IN| OF|:) (.*))?$`, 'gm');

/**
 * Reads the sections of a prompt in order, from the system message and the first message after it. Later messages (an insufficient answer
 * and the complaint) are no sections: see `complaintsOf`.
 */
export function promptSections({ messages }: OfflineRequest): readonly PromptSection[] {
  const firstAnswer = messages.findIndex(({ role }) => role === 'assistant');
  const asked = firstAnswer < 0 ? messages : messages.slice(0, firstAnswer);
  const text = asked.map((message) => message.text).join('\n\n');
  const titles = [...text.matchAll(TITLE)];
  return titles.map((title, at) => ({
    name: NAMES.get(title[1]!)!,
    about: title[2] ?? '',
    body: text.slice(title.index + title[0].length + 1, titles[at + 1]?.index ?? text.length).trim(),
  }));
}

/** Complaints about an answer that is asked for again; `null` for a first request. */
export function complaintsOf({ messages }: OfflineRequest): string | null {
  const answered = messages.findLastIndex(({ role }) => role === 'assistant');
  const after = messages.slice(answered + 1).filter(({ role }) => role === 'user');
  return answered < 0 || after.length === 0 ? null : after.map(({ text }) => text).join('\n');
}
