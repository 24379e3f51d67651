import { definePrompt } from '@entente/llm-clients';
import { playedPhaseMessages, type PlayedPhaseRequest } from './played-phase-messages.js';

/** What a power makes of a phase after it was judged; free text. */
export const phaseDiaryPrompt = definePrompt<PlayedPhaseRequest>({
  name: 'phase-diary',
  version: '1',
  render: (request) => playedPhaseMessages(request, { task: 'phase-diary', answer: '' }),
});
