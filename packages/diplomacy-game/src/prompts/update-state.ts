import { definePrompt } from '@entente/llm-clients';
import type { Reflection } from '../agents/power-agent.js';
import { defineFormatPrompt } from './format-prompt.js';
import { playedPhaseMessages, type PlayedPhaseRequest } from './played-phase-messages.js';
import { STATE_UPDATE_SHAPE, stateUpdateReply } from './replies/reflection-reply.js';
import { answerIn, type ReplyForm } from './task-section.js';

/** What the update of a power's state is written from. */
interface StateUpdateRequest extends PlayedPhaseRequest {
  /** What the power wrote of the phase; `null` where nothing usable came. */
  readonly diary: string | null;
  /** @default 'json' */
  readonly form?: ReplyForm;
}

/** How a power stands after a phase: its goals, and its relationships to the others. */
export const updateStatePrompt = definePrompt<StateUpdateRequest, Reflection>({
  name: 'update-state',
  version: '1',
  schema: stateUpdateReply,
  shape: 'in-words',
  render: ({ diary, form = 'json', ...request }) =>
    playedPhaseMessages(request, { task: 'state-update', diary, answer: answerIn(form, STATE_UPDATE_SHAPE) }),
});

/** The same out of plain words. */
export const formatUpdateStatePrompt = defineFormatPrompt<Reflection>({
  name: 'format-update-state',
  hint: 'One entry for each goal that stands now, and one for each power whose relationship is named.',
  shape: STATE_UPDATE_SHAPE,
  schema: stateUpdateReply,
});
