import type { RunWords } from '@entente/run-console';

/** Words and examples in which the shared verbs speak of couples. */
export const COUPLE_WORDS: RunWords = {
  noun: 'run',
  step: 'scene',
  examples: {
    run: 'maya-jonas~s1~9f3a01c2',
    step: 'scene-3',
    call: 'scene-1/opening#0',
    branch: 'scene-1/beat-1',
    edit: 'model=openai:gpt-4o-mini',
  },
  longPrompts: { subject: 'prompts of later scenes', tokens: 8_000 },
  withoutEmbeddings: 'memories are found by their words',
};
