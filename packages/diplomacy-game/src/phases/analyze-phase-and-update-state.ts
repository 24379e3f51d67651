import { parsePhase, type Power } from '@entente/diplomacy-rules';
import { settleReply } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import type { PlayedPhase, PowerMind } from '../agents/power-agent.js';
import type { GameTable, WorkToDefer } from '../game-table.js';
import { SCOPE, workKey } from '../paths/call-base.js';
import type { PhaseAnalyzed } from '../state/game-facts.js';
import { livingPowers } from '../state/game-state.js';
import { type GameState, observe } from '../state/index.js';
import { toMissing } from './missing-reply.js';

/** Deferred work of this kind is done by `analyzePhase`. */
export const PHASE_ANALYSIS = 'phase-analysis';

/**
 * Work after a movement phase was judged, one piece for each power that survived it: the power thinks about the phase. It is done beside
 * retreats and adjustments, whose orders never see it; the next movement phase waits for it.
 */
export function analyzePhaseAndUpdateState({ position, history }: GameState, { agents }: GameTable): readonly WorkToDefer[] {
  const record = history.at(-1);
  if (record === undefined || parsePhase(record.phase)?.type !== 'M') return [];
  return livingPowers(position)
    .filter((power) => agents[power].mind !== null)
    .map((power) => ({ key: workKey.analysis({ phase: record.phase, power }), kind: PHASE_ANALYSIS, input: { power } }));
}

/** The phase that was judged last, as one power sees it. @throws TypeError before the first phase */
export function playedPhaseOf(state: GameState, power: Power): PlayedPhase {
  const { history, self, maxYear } = observe(state, power);
  const record = history.at(-1);
  if (record === undefined) throw new TypeError('No phase has been played: judge one first.');
  const { goals, relationships, diary, consolidated } = self;
  return {
    power,
    record,
    position: state.position,
    self: { goals, relationships, diary, consolidated, relationshipChanges: [], journal: [], plan: null },
    maxYear,
  };
}

/** Asks one power for its diary of a phase, then for its new goals and relationships: one chain of calls, one fact. */
export async function analyzePhase(scope: Scope, played: PlayedPhase, mind: PowerMind): Promise<PhaseAnalyzed> {
  const { power } = played;
  const { phase } = played.record;
  const written: PhaseAnalyzed['written'][number][] = [];
  const diary = await settleReply(mind.reviewPhase(scope.child(SCOPE.diary), played));
  if (!diary.ok) written.push(toMissing('diary-missing', diary.error, { phase, power }));
  else written.push({ type: 'diary-written', phase, power, kind: 'phase-result', text: diary.value });
  const update = await settleReply(mind.updateState(scope.child(SCOPE.update), played, diary.ok ? diary.value : null));
  if (!update.ok) written.push(toMissing('update-missing', update.error, { phase, power }));
  else written.push({ type: 'agent-updated', phase, power, ...update.value });
  return { type: 'phase-analyzed', phase, power, written };
}
