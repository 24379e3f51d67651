import { definePrompt } from '@entente/llm-clients';
import { withoutUndefined } from '@entente/llm-clients/contract';
import { z } from 'zod';
import type { Reflection } from '../agents/power-agent.js';
import { defineFormatPrompt } from './format-prompt.js';
import { playedPhaseMessages, type PlayedPhaseRequest } from './phase-diary.js';
import { CHANGE_NAMES, changesOnWire, readChanges, RELATIONS_SHAPE, toChanges } from './replies/goals-and-relationships.js';
import { readAll, readFields, readTexts } from './replies/read-fields.js';
import { answerIn, type ReplyForm } from './task-section.js';

/** Shape in which changes after a phase are asked for. */
const STATE_UPDATE_SHAPE = `{"reasoning": string, "goals": [string], "relationships": ${RELATIONS_SHAPE}}`;

const UPDATE = { ...CHANGE_NAMES, reasoning: ['reasoning', 'note', 'thoughts', 'explanation'] } as const;

/** Changes after a phase, in our shape or the predecessor's. */
export const stateUpdateReply: z.ZodType<Reflection> = z.preprocess(
  (value) => {
    const fields = readFields(value, UPDATE);
    return fields && { reasoning: readTexts(readAll(value, UPDATE)?.reasoning) ?? '', ...readChanges(fields) };
  },
  z
    .object({ reasoning: z.string(), ...changesOnWire })
    .transform(({ reasoning, ...changes }) =>
      withoutUndefined({ ...toChanges(changes), note: reasoning === '' ? undefined : reasoning }),
    ),
);

/** Input of the update of a power's state. */
interface StateUpdateRequest extends PlayedPhaseRequest {
  /** Diary entry about the phase; `null` if nothing usable came. */
  readonly diary: string | null;
  /** @default 'json' */
  readonly form?: ReplyForm;
}

/** Asks for the goals and relationships of a power after a phase. */
export const updateStatePrompt = definePrompt<StateUpdateRequest, Reflection>({
  name: 'update-state',
  version: '1',
  schema: stateUpdateReply,
  shape: 'in-words',
  render: ({ diary, form = 'json', ...request }) =>
    playedPhaseMessages(request, { task: 'state-update', diary, answer: answerIn(form, STATE_UPDATE_SHAPE) }),
});

/** Second step: converts free text to JSON. */
export const formatUpdateStatePrompt = defineFormatPrompt<Reflection>({
  name: 'format-update-state',
  hint: 'One entry for each goal that stands now, and one for each power whose relationship is named.',
  shape: STATE_UPDATE_SHAPE,
  schema: stateUpdateReply,
});
