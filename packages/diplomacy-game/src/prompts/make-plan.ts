import { definePrompt } from '@entente/llm-clients';
import { offlinePlan } from '../offline/offline-replies.js';
import { asksFor } from './asks-for.js';
import { powerMessages, type PowerRequest } from './power-messages.js';
import { TASKS } from './prompt-set.js';

/** What a power means to do in a phase; free text. */
export const makePlanPrompt = definePrompt<PowerRequest>({
  name: 'make-plan',
  version: '1',
  render: (request) => powerMessages(request, { task: 'plan', shape: null }),
  offline: { recognises: (request) => asksFor(request, TASKS.plan), reply: offlinePlan },
});
