import { definePrompt } from '@entente/llm-clients';
import {
  type Appraisal,
  type Character,
  type Choice,
  describeEmotions,
  type OptionTaken,
  type SceneOption,
} from '@entente/relationship';
import { z } from 'zod';
import { characterMessages } from './character-messages.js';

const CHOOSE_TASK = `YOUR TASK: CHOOSE WHAT YOU DO
What do you do next? One imperative phrase that begins with a verb and stays under 30 words, concrete enough that somebody watching could say whether you did it. No words spoken in quotation marks, no reasons. Doing nothing, leaving or making it worse are choices too.
Answer as JSON: {"action": string}`;

const choiceSchema: z.ZodType<Choice> = z.object({ action: z.string().trim().min(1).max(500) });

/** Asks for the next action, out of everything that could be done. */
export const makeChoicesPrompt = definePrompt<
  { readonly character: Character; readonly history: readonly string[]; readonly appraisal: Appraisal | null },
  Choice
>({
  name: 'make-choices',
  version: '1',
  schema: choiceSchema,
  render: ({ character, history, appraisal }) => {
    const state =
      appraisal && `AT THIS MOMENT\nYou feel ${describeEmotions(appraisal.emotions)}. You think: ${appraisal.thought}`;
    return characterMessages(character, history, state ? `${CHOOSE_TASK}\n\n${state}` : CHOOSE_TASK);
  },
});

const ACT_TASK = `YOUR TASK: TAKE ONE OPTION
Which of the options below do you take? Only these are open to you, and you take exactly one. Give its letter, and your reason in the first person, under 30 words.
Answer as JSON: {"option": string, "reason": string}`;

const optionSchema: z.ZodType<OptionTaken> = z.object({
  option: z.string().trim().min(1).max(8),
  reason: z.string().trim().min(1).max(600),
});

/** Asks which of the offered options to take. */
export const actPrompt = definePrompt<
  {
    readonly character: Character;
    readonly history: readonly string[];
    readonly question: string;
    readonly options: readonly SceneOption[];
  },
  OptionTaken
>({
  name: 'act',
  version: '1',
  schema: optionSchema,
  render: ({ character, history, question, options }) => {
    const offered = options.map(({ id, action }) => `${id}) ${action}`).join('\n');
    return characterMessages(character, history, `${ACT_TASK}\n\nTHE QUESTION\n${question}\n${offered}`);
  },
});
