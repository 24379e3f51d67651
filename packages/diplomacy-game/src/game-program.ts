import { parsePhase } from '@entente/diplomacy-rules';
import type { Program } from '@entente/simulation-core';
import type { Narrator } from './agents/phase-narrator.js';
import type { DiaryToConsolidate, PlayedPhase } from './agents/power-agent.js';
import type { GameScope, GameTable } from './game-table.js';
import { readWorkKey, SETUP_STEP } from './paths/call-base.js';
import { analyzePhase, PHASE_ANALYSIS, playedPhaseOf } from './phases/analyze-phase-and-update-state.js';
import { consolidateDiary, CONSOLIDATION, diaryThrough } from './phases/consolidate-diaries.js';
import { PHASE_SUMMARY, summarizePhase } from './phases/summarize-phases.js';
import {
  applyGameFact,
  type GameFact,
  gameFactSchema,
  type GameState,
  initialGameState,
  type PhaseRecord,
} from './state/index.js';

/** Plays one step, the setup or a phase, and records what became true. */
export type PlayPhase = (scope: GameScope, table: GameTable) => Promise<void>;

/**
 * Makes a program of a game of Diplomacy: the setup is a step, and each phase is one. Thoughts about a movement phase are joined before the
 * next one, consolidated diaries before the next Spring, and summaries at the end. If a player without a mind has taken over a seat, as in
 * a fork, its pending thoughts become empty facts.
 */
export function gameProgram(table: GameTable, playPhase: PlayPhase): Program<GameState, GameFact> {
  const { agents } = table;
  return {
    kind: 'diplomacy',
    initial: initialGameState,
    apply: applyGameFact,
    factSchema: gameFactSchema,
    nextStep: ({ ended, settings, position }) => (ended !== null ? undefined : settings === null ? SETUP_STEP : position.phase),
    step: (scope) => playPhase(scope, table),
    deferred: {
      [PHASE_ANALYSIS]: async (scope, of: Pick<PlayedPhase, 'power'>, state) => {
        const played = playedPhaseOf(state, of.power);
        const { mind, power } = agents[played.power];
        return mind
          ? analyzePhase(scope, played, mind)
          : { type: 'phase-analyzed', phase: played.record.phase, power, written: [] };
      },
      [CONSOLIDATION]: async (scope, of: Pick<DiaryToConsolidate, 'power' | 'throughYear'>, state) => {
        const diary = diaryThrough(state, of.power, of.throughYear);
        const { mind, power } = agents[diary.power];
        return mind
          ? consolidateDiary(scope, diary, mind)
          : { type: 'agent-updated', phase: diary.entries.at(-1)?.phase ?? '', power };
      },
      [PHASE_SUMMARY]: (scope, of: Pick<PhaseRecord, 'phase'>, { history }) =>
        summarizePhase(scope, recordOf(history, of.phase), narratorOf(table)),
    },
    due: (_state, step, pending) => pending.filter((key) => isDue(key, step)),
  };
}

/** Whether work must be joined before a step begins. @param key see `workKey` */
function isDue(key: string, step: string): boolean {
  const phase = parsePhase(step);
  if (phase?.type !== 'M') return false;
  const kind = readWorkKey(key)?.kind;
  return kind === 'analysis' || (kind === 'consolidation' && phase.season === 'S');
}

function recordOf(history: readonly PhaseRecord[], phase: string): PhaseRecord {
  const record = history.findLast((each) => each.phase === phase);
  if (record) return record;
  throw new Error(`The phase ${phase} has not been played; it cannot be summed up.`);
}

function narratorOf({ narrator }: GameTable): Narrator {
  if (narrator) return narrator;
  throw new Error('The game has phase summaries and nobody to write them; give the table a narrator.');
}
