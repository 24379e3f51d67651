import { definePrompt, fillWord } from '@entente/llm-clients';
import type { CommitmentJudgement, CommitmentQuestion } from '@entente/relationship';
import { z } from 'zod';
import { tieText } from './couple-lines.js';
import { type Direction, judgeMessages } from './director-messages.js';
import { thoughtLine } from './thought-line.js';

const schema: z.ZodType<CommitmentJudgement> = z.object({
  reasoning: z.string().trim().min(1).max(3000),
  score: z.number().min(0).max(10),
});

/** Asks the judge how committed one partner is after a scene; each partner has a call of its own. */
export const commitmentScorePrompt = definePrompt<Direction & { readonly question: CommitmentQuestion }, CommitmentJudgement>({
  name: 'commitment-score',
  version: '5',
  schema,
  render: ({ question, ...direction }) => {
    const { words, partners } = direction;
    const { partner: id, thoughts } = question;
    const { name } = partners[id];
    return judgeMessages(direction, question, [
      fillWord(words, 'title.thoughts', { name }),
      ...(thoughts.length > 0 ? thoughts.map((thought) => thoughtLine(words, thought)) : [words['thoughts.none']]),
      '',
      fillWord(words, 'task.commitment-score', { id, name }),
      fillWord(words, 'score.question', { name, tie: tieText(words, question.couple) }),
      fillWord(words, 'answer.json', { shape: '{"reasoning": string, "score": number}' }),
    ]);
  },
});
