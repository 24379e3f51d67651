import { definePrompt } from '@entente/llm-clients';
import { offlinePhaseDiary } from '../offline/offline-replies.js';
import { asksFor } from './asks-for.js';
import { playedPhaseMessages, type PlayedPhaseRequest } from './played-phase-messages.js';
import { TASKS } from './prompt-set.js';

/** What a power makes of a phase after it was judged; free text. */
export const phaseDiaryPrompt = definePrompt<PlayedPhaseRequest>({
  name: 'phase-diary',
  version: '1',
  render: (request) => playedPhaseMessages(request, { task: 'phase-diary', answer: '' }),
  offline: { recognises: (request) => asksFor(request, TASKS['phase-diary']), reply: offlinePhaseDiary },
});
