import { definePrompt } from '@entente/llm-clients';
import { type Appraisal, type Character, EMOTIONS, emotionsSchema } from '@entente/relationship';
import { z } from 'zod';
import { offlineEmotions } from '../offline/offline-emotions.js';
import { offlineThought } from '../offline/offline-thought.js';
import { readCharacter } from '../offline/read-character.js';
import { characterMessages } from './character-messages.js';

const TASK = `YOUR TASK: APPRAISE THE MOMENT
Take the last thing that happened. How strongly do you feel each of these, from 0 (not at all) to 1 (as strongly as you ever have): ${EMOTIONS.join(', ')}? "acceptance" is trust and being at ease with somebody. Most moments leave most of them low.
Then the one thought that goes with it: first person, under 40 words, the thing you would not say aloud.
Answer as JSON: {"emotions": {"joy": number, ... all eight}, "thought": string}`;

const schema: z.ZodType<Appraisal> = z.object({ emotions: emotionsSchema, thought: z.string().trim().min(1).max(1000) });

/** What somebody feels at the last line of its history. */
export const appraisePrompt = definePrompt<{ readonly character: Character; readonly history: readonly string[] }, Appraisal>({
  name: 'appraise',
  version: '1',
  schema,
  render: ({ character, history }) => characterMessages(character, history, TASK),
  offline: {
    recognises: ({ messages }) => messages.some(({ text }) => text.includes('YOUR TASK: APPRAISE THE MOMENT')),
    reply: (request, random) => {
      const reading = readCharacter(request);
      const emotions = offlineEmotions(reading, random);
      return JSON.stringify({ emotions, thought: offlineThought(reading, emotions, random) } satisfies Appraisal);
    },
  },
});
