import { definePrompt, fillWord } from '@entente/llm-clients';
import type { Appraisal, Choice, Experience, Move, SceneOption } from '@entente/relationship';
import { z } from 'zod';
import type { AgentWords } from './agent-words.js';
import { characterMessages, type HistoryRequest, taskAnsweredAs } from './character-messages.js';
import { emotionsInWords } from './emotion-words.js';

const KEYS = '"deed": string, "words": string, "tone": string, "reason": string';

/** Beginning of the shape of the reply, by which the offline model knows the prompt in any language. */
export const CHOICE_SHAPE = `{${KEYS}`;

const deed = {
  deed: z.string().trim().max(500),
  words: z.string().trim().max(1200).default(''),
  tone: z.string().trim().max(200).default(''),
  reason: z.string().trim().min(1).max(600),
};
const freeSchema: z.ZodType<ChoiceReply> = z.object(deed);
const offeredSchema: z.ZodType<ChoiceReply> = z.object({ ...deed, option: z.string().trim().max(8).nullable().default(null) });

/** Move as the model gives it; a free one has no letter. */
export type ChoiceReply = Omit<Choice, 'option'> & { readonly option?: string | null | undefined };

/** Input of `choosePrompt`. Free and offered choices differ in `options` alone, which is empty for a free one. */
export interface ChoiceRequest extends HistoryRequest {
  readonly move: Move;
  readonly options: readonly SceneOption[];
}

/** Asks for the next move: deed, words, tone and reason, and the letter of an option where some are offered. */
export const choosePrompt = definePrompt<ChoiceRequest, ChoiceReply>({
  name: 'choose',
  version: '5',
  schemaFor: ({ options }) => (options.length === 0 ? freeSchema : offeredSchema),
  render: (request) => {
    const { words, history, move, options } = request;
    const isFree = options.length === 0;
    const task = [words['task.choose'], ...(isFree ? [words['choose.free']] : [])].join('\n');
    return characterMessages(request, [
      presentFeeling(words, history, move.appraisal),
      [...questionLines(words, move), ...optionLines(words, options)].join('\n'),
      taskAnsweredAs(words, task, isFree ? `{${KEYS}}` : `{${KEYS}, "option": string}`),
    ]);
  },
});

/** The feeling of this moment; empty if it is the last one that the history tells. */
function presentFeeling(words: AgentWords, history: readonly Experience[], appraisal: Appraisal | null): string {
  const last = history.findLast((each) => typeof each === 'object' && each.kind === 'felt');
  const isShown = typeof last === 'object' && 'thought' in last && last.thought === appraisal?.thought;
  if (appraisal === null || isShown) return '';
  const emotions = emotionsInWords(words, appraisal.emotions);
  return `${words['title.now']}\n${fillWord(words, 'now.felt', { emotions, thought: appraisal.thought })}`;
}

/** The question, and before any option that nothing is answered after this move. */
function questionLines(words: AgentWords, { question, isLast }: Move): readonly string[] {
  const last = isLast === true ? [words['choose.last']] : [];
  return question === '' ? last : [words['title.question'], question, ...last];
}

function optionLines(words: AgentWords, options: readonly SceneOption[]): readonly string[] {
  if (options.length === 0) return [];
  return [words['title.options'], words['choose.offered'], ...options.map(({ id, action }) => `${id}) ${action}`)];
}
