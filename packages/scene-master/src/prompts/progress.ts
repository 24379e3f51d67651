import { definePrompt } from '@entente/llm-clients';
import { type Beat, type ByPartner, type Character, PARTNERS, type Stage } from '@entente/relationship';
import { z } from 'zod';
import { offlineBeat } from '../offline/offline-beat.js';
import { directorMessages } from './director-messages.js';

const TASK = `YOUR TASK: TELL WHAT HAPPENS NEXT
Go on from the last line: what follows from it, up to the next moment at which one partner has to do something. Under 100 words. Do not retell, do not sum up, do not decide what a partner does, says or feels.
Then give the id of the partner whose move it is now, and the question that partner faces, in one sentence. Whoever has the most reason to move, moves; it need not alternate.`;

const FREE = `Answer as JSON: {"narrative": string, "actor": "A" or "B", "question": string, "options": []}`;

const OFFERED = `Also offer that partner three or four options: courses of action that exclude one another, each a real temptation for this person, at least one that would cost the relationship something. Letters a, b, c, d; imperative, under 20 words.
Answer as JSON: {"narrative": string, "actor": "A" or "B", "question": string, "options": [{"id": string, "action": string}]}`;

const schema: z.ZodType<Beat> = z.object({
  narrative: z.string().trim().min(1).max(4000),
  actor: z.enum(PARTNERS),
  question: z.string().trim().min(1).max(1000),
  options: z.array(z.object({ id: z.string().trim().min(1).max(8), action: z.string().trim().min(1).max(500) })),
});

/** The next beat of a scene, and whose move it is. */
export const progressPrompt = definePrompt<
  { readonly partners: ByPartner<Character>; readonly stage: Stage; readonly offerOptions: boolean },
  Beat
>({
  name: 'progress',
  version: '1',
  schema,
  render: ({ partners, stage, offerOptions }) =>
    directorMessages(partners, { story: stage.story, scene: stage }, `${TASK}\n${offerOptions ? OFFERED : FREE}`),
  offline: {
    recognises: ({ messages }) => messages.some(({ text }) => text.includes('YOUR TASK: TELL WHAT HAPPENS NEXT')),
    reply: (request, random) => JSON.stringify(offlineBeat(request, random)),
  },
});
