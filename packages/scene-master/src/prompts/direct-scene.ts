import { definePrompt } from '@entente/llm-clients';
import { type Beat, type ByPartner, type Character, PARTNERS, type Stage } from '@entente/relationship';
import { z } from 'zod';
import { directorMessages } from './director-messages.js';

const CONTEXT_TASK = `YOUR TASK: GIVE EACH A SECRET
What does each partner bring into this scene that the other does not know: a worry, a hope, a piece of news, something noticed this morning? It follows from persona and story, colours how they see the scene, and decides nothing. Address each as "you", under 40 words.
Answer as JSON: {"A": string, "B": string}`;

const contextSchema: z.ZodType<ByPartner<string>> = z.object({
  A: z.string().trim().min(1).max(1000),
  B: z.string().trim().min(1).max(1000),
});

/** Asks for a private matter that each partner brings into a scene. */
export const generateContextPrompt = definePrompt<
  { readonly partners: ByPartner<Character>; readonly stage: Stage },
  ByPartner<string>
>({
  name: 'generate-context',
  version: '1',
  schema: contextSchema,
  render: ({ partners, stage }) => directorMessages(partners, { story: stage.story, scene: stage }, CONTEXT_TASK),
});

const PROGRESS_TASK = `YOUR TASK: TELL WHAT HAPPENS NEXT
Go on from the last line: what follows from it, up to the next moment at which one partner has to do something. Under 100 words. Do not retell, do not sum up, do not decide what a partner does, says or feels.
Then give the id of the partner whose move it is now, and the question that partner faces, in one sentence. Whoever has the most reason to move, moves; it need not alternate.`;

const FREE = `Answer as JSON: {"narrative": string, "actor": "A" or "B", "question": string, "options": []}`;

const OFFERED = `Also offer that partner three or four options: courses of action that exclude one another, each a real temptation for this person, at least one that would cost the relationship something. Letters a, b, c, d; imperative, under 20 words.
Answer as JSON: {"narrative": string, "actor": "A" or "B", "question": string, "options": [{"id": string, "action": string}]}`;

const beatSchema: z.ZodType<Beat> = z.object({
  narrative: z.string().trim().min(1).max(4000),
  actor: z.enum(PARTNERS),
  question: z.string().trim().min(1).max(1000),
  options: z.array(z.object({ id: z.string().trim().min(1).max(8), action: z.string().trim().min(1).max(500) })),
});

/** Asks for the next beat of a scene and whose move it is. */
export const progressPrompt = definePrompt<
  { readonly partners: ByPartner<Character>; readonly stage: Stage; readonly offerOptions: boolean },
  Beat
>({
  name: 'progress',
  version: '1',
  schema: beatSchema,
  render: ({ partners, stage, offerOptions }) =>
    directorMessages(partners, { story: stage.story, scene: stage }, `${PROGRESS_TASK}\n${offerOptions ? OFFERED : FREE}`),
});

const SUMMARY_TASK = `YOUR TASK: SUM THE SCENE UP
For whoever tells the next scene and cannot read this one: what was at stake, what each did, what changed between them, and what is left open. Names, not ids; under 90 words; only what happened, no forecast.
Answer as JSON: {"scene_summary": string}`;

const summarySchema: z.ZodType<{ readonly scene_summary: string }> = z.object({
  scene_summary: z.string().trim().min(1).max(3000),
});

/** Asks for a summary of a scene, for the scenes after it. */
export const summarizePrompt = definePrompt<
  { readonly partners: ByPartner<Character>; readonly stage: Stage },
  { readonly scene_summary: string }
>({
  name: 'summarize',
  version: '1',
  schema: summarySchema,
  render: ({ partners, stage }) => directorMessages(partners, { story: stage.story, scene: stage }, SUMMARY_TASK),
});
