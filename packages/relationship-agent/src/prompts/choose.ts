import { definePrompt, fillWord } from '@entente/llm-clients';
import type { Appraisal, Choice, Experience, Move, SceneOption } from '@entente/relationship';
import { z } from 'zod';
import type { AgentWords } from './agent-words.js';
import { characterMessages, type HistoryRequest, taskAnsweredAs } from './character-messages.js';
import { emotionsInWords } from './emotion-words.js';

/** Shape of the reply, by which the offline model knows the prompt in any language. */
export const CHOICE_SHAPE = '{"deed": string, "words": string, "tone": string, "reason": string, "option": string}';

const schema: z.ZodType<Choice> = z.object({
  deed: z.string().trim().max(500),
  words: z.string().trim().max(1200).default(''),
  tone: z.string().trim().max(200).default(''),
  reason: z.string().trim().min(1).max(600),
  option: z.string().trim().max(8).nullable().default(null),
});

/** Input of `choosePrompt`. Free and offered choices differ in `options` alone, which is empty for a free one. */
export interface ChoiceRequest extends HistoryRequest {
  readonly move: Move;
  readonly options: readonly SceneOption[];
}

/** Asks for the next move: deed, words, tone and reason, and the letter of an option where some are offered. */
export const choosePrompt = definePrompt<ChoiceRequest, Choice>({
  name: 'choose',
  version: '1',
  schema,
  render: (request) => {
    const { words, history, move, options } = request;
    return characterMessages(request, [
      presentFeeling(words, history, move.appraisal),
      `${words['title.question']}\n${move.question}`,
      taskAnsweredAs(words, words['task.choose'], CHOICE_SHAPE),
      optionList(words, options),
    ]);
  },
});

/** The feeling of this moment; empty if the history ends with it. */
function presentFeeling(words: AgentWords, history: readonly Experience[], appraisal: Appraisal | null): string {
  const last = history.at(-1);
  const isShown = typeof last === 'object' && last.kind === 'felt' && last.thought === appraisal?.thought;
  if (appraisal === null || isShown) return '';
  const emotions = emotionsInWords(words, appraisal.emotions);
  return `${words['title.now']}\n${fillWord(words, 'now.felt', { emotions, thought: appraisal.thought })}`;
}

function optionList(words: AgentWords, options: readonly SceneOption[]): string {
  if (options.length === 0) return '';
  return [words['title.options'], ...options.map(({ id, action }) => `${id}) ${action}`)].join('\n');
}
