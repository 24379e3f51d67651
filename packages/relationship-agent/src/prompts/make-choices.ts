import { definePrompt } from '@entente/llm-clients';
import { type Appraisal, type Character, type Choice, describeEmotions } from '@entente/relationship';
import { z } from 'zod';
import { offlineAction } from '../offline/offline-action.js';
import { readCharacter } from '../offline/read-character.js';
import { characterMessages } from './character-messages.js';

const TASK = `YOUR TASK: CHOOSE WHAT YOU DO
What do you do next? One imperative phrase that begins with a verb and stays under 30 words, concrete enough that somebody watching could say whether you did it. No words spoken in quotation marks, no reasons. Doing nothing, leaving or making it worse are choices too.
Answer as JSON: {"action": string}`;

const schema: z.ZodType<Choice> = z.object({ action: z.string().trim().min(1).max(500) });

/** What somebody does next, out of everything that could be done. */
export const makeChoicesPrompt = definePrompt<
  { readonly character: Character; readonly history: readonly string[]; readonly appraisal: Appraisal | null },
  Choice
>({
  name: 'make-choices',
  version: '1',
  schema,
  render: ({ character, history, appraisal }) => {
    const state =
      appraisal && `AT THIS MOMENT\nYou feel ${describeEmotions(appraisal.emotions)}. You think: ${appraisal.thought}`;
    return characterMessages(character, history, state ? `${TASK}\n\n${state}` : TASK);
  },
  offline: {
    recognises: ({ messages }) => messages.some(({ text }) => text.includes('YOUR TASK: CHOOSE WHAT YOU DO')),
    reply: (request, random) => JSON.stringify({ action: offlineAction(readCharacter(request), random) } satisfies Choice),
  },
});
