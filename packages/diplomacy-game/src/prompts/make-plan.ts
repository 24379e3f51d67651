import { definePrompt } from '@entente/llm-clients';
import { powerMessages, type PowerRequest } from './power-messages.js';

/** Asks a power for its plan of a phase; free text. */
export const makePlanPrompt = definePrompt<PowerRequest>({
  name: 'make-plan',
  version: '1',
  render: (request) => powerMessages(request, { task: 'plan', shape: null }),
});
