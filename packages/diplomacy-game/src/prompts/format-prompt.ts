import { definePrompt, type Prompt } from '@entente/llm-clients';
import type { Power } from '@entente/diplomacy-rules';
import type { z } from 'zod';
import { type FormatPromptName, PROMPT_TITLES } from './prompt-titles.js';
import { taskTitle } from './task-section.js';

/** The line before the words that are to be put into a shape; they end where the last line `YOUR TASK: ...` begins. */
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
 * The second of two steps: from plain words to a shape, nothing invented. It sees neither game nor power's memory.
 * @param options.hint what is easily got wrong in this shape
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
