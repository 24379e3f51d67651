import { definePrompt } from '@entente/llm-clients';
import type { Character, OptionTaken, SceneOption } from '@entente/relationship';
import { pickFrom, readTone, toneBalance } from '@entente/relationship/offline';
import { z } from 'zod';
import { drawStance, type Stance } from '../offline/draw-stance.js';
import { readCharacter } from '../offline/read-character.js';
import { characterMessages } from './character-messages.js';

const TASK = `YOUR TASK: TAKE ONE OPTION
Which of the options below do you take? Only these are open to you, and you take exactly one. Give its letter, and your reason in the first person, under 30 words.
Answer as JSON: {"option": string, "reason": string}`;

const schema: z.ZodType<OptionTaken> = z.object({
  option: z.string().trim().min(1).max(8),
  reason: z.string().trim().min(1).max(600),
});

/** Which of the offered options somebody takes. */
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
  schema,
  render: ({ character, history, question, options }) => {
    const offered = options.map(({ id, action }) => `${id}) ${action}`).join('\n');
    return characterMessages(character, history, `${TASK}\n\nTHE QUESTION\n${question}\n${offered}`);
  },
  offline: {
    recognises: ({ messages }) => messages.some(({ text }) => text.includes('YOUR TASK: TAKE ONE OPTION')),
    reply: (request, random) => {
      const reading = readCharacter(request);
      const offered = [...reading.task.matchAll(/^(\w+)\) (.*)$/gm)].map(([, id = '', action = '']) => ({ id, action }));
      const stance = drawStance(reading, random);
      const scored = offered.map(({ id, action }) => ({
        id,
        fit: WANTED_TONE[stance] * toneBalance(readTone(action)) + random() * 0.2,
      }));
      const [best] = scored.sort((a, b) => b.fit - a.fit);
      return JSON.stringify({ option: best?.id ?? 'a', reason: pickFrom(REASONS[stance], random) } satisfies OptionTaken);
    },
  },
});

const WANTED_TONE: { readonly [S in Stance]: number } = {
  repair: 1,
  warm: 1,
  honest: 0.6,
  cling: 0.3,
  withdraw: -0.8,
  attack: -1,
};

const REASONS: { readonly [S in Stance]: readonly string[] } = {
  repair: ['I would rather be close than right.', 'Somebody has to begin, and it may as well be me.'],
  warm: ['This is the part of us I like best.', 'I want this evening to end well.'],
  honest: ['If I do not say it now I never will.', 'Anything else would be acting.'],
  cling: ['I need to know where we stand before I can think of anything else.', 'Waiting is worse than hearing it.'],
  withdraw: ['I cannot think while I am being looked at.', 'It will pass if nobody touches it.'],
  attack: ['I am tired of being the reasonable one.', 'They should feel for once what it is like.'],
};
