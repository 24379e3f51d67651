import { definePrompt } from '@entente/llm-clients';
import type { ByPartner, Character, Stage } from '@entente/relationship';
import { z } from 'zod';
import { offlineSummary } from '../offline/offline-summary.js';
import { directorMessages } from './director-messages.js';

const TASK = `YOUR TASK: SUM THE SCENE UP
For whoever tells the next scene and cannot read this one: what was at stake, what each did, what changed between them, and what is left open. Names, not ids; under 90 words; only what happened, no forecast.
Answer as JSON: {"scene_summary": string}`;

const schema: z.ZodType<{ readonly scene_summary: string }> = z.object({ scene_summary: z.string().trim().min(1).max(3000) });

/** What a scene came to, for the scenes after it. */
export const summarizePrompt = definePrompt<
  { readonly partners: ByPartner<Character>; readonly stage: Stage },
  { readonly scene_summary: string }
>({
  name: 'summarize',
  version: '1',
  schema,
  render: ({ partners, stage }) => directorMessages(partners, { story: stage.story, scene: stage }, TASK),
  offline: {
    recognises: ({ messages }) => messages.some(({ text }) => text.includes('YOUR TASK: SUM THE SCENE UP')),
    reply: (request, random) => JSON.stringify({ scene_summary: offlineSummary(request, random) }),
  },
});
