import { definePrompt } from '@entente/llm-clients';
import { powerMessages, type PowerRequest } from './power-messages.js';

/** What a power means to do in a phase; free text. */
export const makePlanPrompt = definePrompt<PowerRequest>({
  name: 'make-plan',
  version: '1',
  render: (request) => powerMessages(request, { task: 'plan', shape: null }),
});
