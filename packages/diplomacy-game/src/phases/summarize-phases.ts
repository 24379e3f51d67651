import { settleReply } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import type { Narrator } from '../agents/phase-narrator.js';
import type { WorkToDefer } from '../game-table.js';
import { workKey } from '../paths/call-base.js';
import type { PhaseSummarized } from '../state/game-facts.js';
import type { GameState, PhaseRecord, ReplyMissing } from '../state/index.js';
import { toMissing } from './missing-reply.js';

/** Deferred work of this kind is done by `summarizePhase`. */
export const PHASE_SUMMARY = 'phase-summary';

/** Work after every phase in a game with summaries: the phase is told to spectators, beside all that follows. */
export function summarizePhases({ history, settings }: GameState): readonly WorkToDefer[] {
  const record = history.at(-1);
  if (settings?.phaseSummaries !== true || record === undefined) return [];
  return [{ key: workKey.summary(record), kind: PHASE_SUMMARY, input: { phase: record.phase } }];
}

/** Asks the narrator for the summary of a phase. */
export async function summarizePhase(
  scope: Scope,
  record: PhaseRecord,
  narrator: Narrator,
): Promise<PhaseSummarized | ReplyMissing> {
  const { phase } = record;
  const text = await settleReply(narrator.summarizePhase(scope, record));
  if (!text.ok) return toMissing('summary-missing', text.error, { phase });
  return { type: 'phase-summarized', phase, text: text.value };
}
