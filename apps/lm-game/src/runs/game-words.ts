import type { RunWords } from '@entente/run-console';

/** Words and examples in which the shared verbs speak of games. */
export const GAME_WORDS: RunWords = {
  noun: 'game',
  step: 'phase',
  examples: {
    run: 'game~s1~9f3a01c2',
    step: 'S1902M',
    call: 'S1901M/orders/FRANCE#0',
    branch: 'S1901M/orders',
    edit: 'models=openai:gpt-4o-mini',
  },
  // `--max-tokens` limits one reply here, as in the harness whose flags these are.
  tokenBudgetFlag: '--max-total-tokens',
  longPrompts: { subject: 'prompts of a game', tokens: 8_000 },
};
