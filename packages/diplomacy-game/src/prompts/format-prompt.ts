import { definePrompt, type Prompt } from '@entente/llm-clients';
import type { Power } from '@entente/diplomacy-rules';
import type { z } from 'zod';
import { type FormatPromptName, PROMPT_TITLES } from './prompt-titles.js';
import { taskTitle } from './task-section.js';

/** Line before the words that are to be put into a shape. The words end before the last line `YOUR TASK: ...`. */
const WORDS_SECTION = 'WHAT WAS SAID';

const RULES =
  'You turn what a player of Diplomacy has written into JSON for a program. Take over what is there, word for word where it is meant for ' +
  'others to read, and add nothing: what the player left out stays out, as an empty list or text. You do not judge, correct or play.';

/** Words that a power's model wrote, and that a second model puts into a shape. */
export interface WordsToFormat {
  readonly power: Power;
  readonly words: string;
}

/**
 * Makes the prompt of the second step, which converts free text to JSON and invents nothing. It sees neither the game nor the power's
 * memory.
 * @param options.hint common mistakes with this shape
 */
export function defineFormatPrompt<Value>(options: {
  readonly name: FormatPromptName;
  readonly hint: string;
  readonly shape: string;
  readonly schema: z.ZodType<Value>;
}): Prompt<WordsToFormat, Value> {
  const { name, hint, shape, schema } = options;
  return definePrompt<WordsToFormat, Value>({
    name,
    version: '1',
    schema,
    render: ({ power, words }) => [
      { role: 'system', parts: [{ kind: 'stable', text: RULES }] },
      {
        role: 'user',
        parts: [
          { kind: 'tail', text: `${WORDS_SECTION}\n${words}` },
          {
            kind: 'tail',
            text: `${taskTitle(PROMPT_TITLES[name][0])}\nThe player is ${power}. ${hint}\nAnswer as JSON: ${shape}`,
          },
        ],
      },
    ],
  });
}
