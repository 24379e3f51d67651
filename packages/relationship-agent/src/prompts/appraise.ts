import { definePrompt, fillWord } from '@entente/llm-clients';
import { type Appraisal, emotionsSchema, type Experience } from '@entente/relationship';
import { z } from 'zod';
import type { AgentWords } from './agent-words.js';
import { characterMessages, type HistoryRequest, taskAnsweredAs } from './character-messages.js';
import { EMOTIONS_SHAPE, emotionScale } from './emotion-words.js';

/** Shape of the reply, by which the offline model knows the prompt in any language. */
export const APPRAISAL_SHAPE = `{"emotions": ${EMOTIONS_SHAPE}, "thought": string}`;

const schema: z.ZodType<Appraisal> = z.object({ emotions: emotionsSchema, thought: z.string().trim().min(1).max(1000) });

/** Asks for emotions and a thought at the last happening of a history. */
export const appraisePrompt = definePrompt<HistoryRequest, Appraisal>({
  name: 'appraise',
  version: '6',
  schema,
  render: (request) => {
    const { words, history } = request;
    const task = fillWord(words, 'task.appraise', { moment: momentOf(words, history), scale: emotionScale(words) });
    return characterMessages(request, [taskAnsweredAs(words, task, APPRAISAL_SHAPE)]);
  },
});

/** Names the part to feel about: everything since this person last looked, or the whole scene so far. */
function momentOf(words: AgentWords, history: readonly Experience[]): string {
  const last = history.findLast((each) => typeof each !== 'string' && (each.kind === 'felt' || each.kind === 'scene'));
  return words[typeof last === 'object' && last.kind === 'felt' ? 'moment.since' : 'moment.scene'];
}
