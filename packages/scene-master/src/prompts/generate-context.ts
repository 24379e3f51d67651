import { definePrompt } from '@entente/llm-clients';
import type { ByPartner, Character, Stage } from '@entente/relationship';
import { z } from 'zod';
import { offlineContexts } from '../offline/offline-contexts.js';
import { directorMessages } from './director-messages.js';

const TASK = `YOUR TASK: GIVE EACH A SECRET
What does each partner bring into this scene that the other does not know: a worry, a hope, a piece of news, something noticed this morning? It follows from persona and story, colours how they see the scene, and decides nothing. Address each as "you", under 40 words.
Answer as JSON: {"A": string, "B": string}`;

const schema: z.ZodType<ByPartner<string>> = z.object({
  A: z.string().trim().min(1).max(1000),
  B: z.string().trim().min(1).max(1000),
});

/** What each partner privately brings into a scene. */
export const generateContextPrompt = definePrompt<
  { readonly partners: ByPartner<Character>; readonly stage: Stage },
  ByPartner<string>
>({
  name: 'generate-context',
  version: '1',
  schema,
  render: ({ partners, stage }) => directorMessages(partners, { story: stage.story, scene: stage }, TASK),
  offline: {
    recognises: ({ messages }) => messages.some(({ text }) => text.includes('YOUR TASK: GIVE EACH A SECRET')),
    reply: (request, random) => JSON.stringify(offlineContexts(request, random)),
  },
});
