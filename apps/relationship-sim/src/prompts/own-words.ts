import type { WordSides } from '@entente/llm-clients';
import { AGENT_WORDS, type AgentWords } from '@entente/relationship-agent';
import { DIRECTOR_WORDS, type DirectorWords } from '@entente/scene-master';
import { z } from 'zod';
import { NEEDED_PLACEHOLDERS } from './needed-placeholders.js';

/** Words of prompts that replace those that ship: of the partners, and of the director and the judge. */
export interface OwnWords {
  readonly agent: Partial<AgentWords>;
  readonly director: Partial<DirectorWords>;
}

/** All words that ship, by the folder in which a user's own stand. */
export const WORD_SIDES = {
  agent: { words: AGENT_WORDS, needed: NEEDED_PLACEHOLDERS.agent },
  director: { words: DIRECTOR_WORDS, needed: NEEDED_PLACEHOLDERS.director },
} as const satisfies WordSides;

const record = z.record(z.string(), z.string());

/** Words as the header of a run keeps them. Names that a later version no longer has are kept, too. */
export const ownWordsSchema: z.ZodType<OwnWords> = z.object({ agent: record, director: record });

/** Number of words in the place of those that ship. */
export function countOwnWords({ agent, director }: OwnWords): number {
  return Object.keys(agent).length + Object.keys(director).length;
}
