import { settleReply } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import type { GameScope, Narrator } from '../game-table.js';
import { workKey } from '../paths/call-base.js';
import type { PhaseRecord, PhaseSummarized, ReplyMissing } from '../state/index.js';
import { toMissing } from './missing-reply.js';

/** Deferred work of this kind is done by `summarizePhase`. */
export const PHASE_SUMMARY = 'phase-summary';

/** Has the phase just judged summed up for spectators, beside all that follows. */
export function summarizePhases(scope: GameScope): void {
  const record = scope.state.history.at(-1);
  if (scope.state.settings?.phaseSummaries !== true || record === undefined) return;
  scope.defer(workKey.summary(record), PHASE_SUMMARY, { phase: record.phase });
}

/** The summary of a phase, as a fact. */
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
