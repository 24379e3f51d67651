import type { OfflineResponder } from '@entente/llm-clients';
import { type AnalystPromptName, analystTitle } from '../analyst/prompts/analyst-sections.js';
import { offlineJudgement } from './offline-judgement.js';
import { offlinePromises } from './offline-promises.js';
import { offlineStory } from './offline-story.js';

/** Replies of the offline model to the analyst's prompts, by name of the prompt: functions of the rendered text only. */
const REPLIES: Readonly<Record<AnalystPromptName, OfflineResponder['reply']>> = {
  'extract-promises': (request) => JSON.stringify(offlinePromises(request)),
  'judge-phase': (request) => JSON.stringify(offlineJudgement(request)),
  'tell-the-game': offlineStory,
};

/** Responders of the offline model for the analyst's prompts. */
export const analysisResponders: readonly OfflineResponder[] = (Object.keys(REPLIES) as AnalystPromptName[]).map((name) => ({
  name,
  recognises: ({ messages }) => messages.some(({ text }) => text.includes(analystTitle(name))),
  reply: REPLIES[name],
}));
