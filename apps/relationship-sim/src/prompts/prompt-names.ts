/** Prompts of the partners, the director and the judge, with what each is for. */
export const PROMPTS = {
  'appraise-memories': 'what a partner feels at memories from before the first scene',
  appraise: 'what a partner feels and thinks at a moment',
  choose: 'what a partner does and says (--choices offered: one of several options)',
  reflect: 'what a partner makes of a scene, alone',
  initialize: 'opening of the first scene',
  'next-scene': 'opening of a later scene',
  'generate-context': 'one more private matter of each partner',
  progress: 'what happens next, and whose move it is (--choices offered: with options)',
  'close-scene': 'what comes of the last move',
  summarize: 'a scene as both know it',
  'assess-scene': 'states, facts and secrets that a scene changed',
  'commitment-score': 'rubric and question of the judge',
} as const;

export type PromptName = keyof typeof PROMPTS;

export const PROMPT_NAMES = Object.keys(PROMPTS) as readonly PromptName[];
