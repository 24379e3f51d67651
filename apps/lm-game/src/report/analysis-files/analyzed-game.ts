import type { GameState } from '@entente/diplomacy-game';
import { type ByPower, type Power, savedGameOf } from '@entente/diplomacy-rules';
import type { JournalEntry } from '@entente/simulation-core';
import { callPlace } from '../../artefacts/call-place.js';
import { callSuccess } from '../../artefacts/call-success.js';
import { readGameRecord } from '../../artefacts/game-record.js';
import { playedPhases } from '../../artefacts/played-phases.js';
import { responseType } from '../../artefacts/response-type.js';

/** A call as the predecessor's analysis counts it. */
export interface AnalyzedCall {
  readonly phase: string;
  readonly power: Power;
  /** As `response_type` of llm_responses.csv has it. */
  readonly type: string;
  /** Nothing usable came back, some unit got no legal order, or the same had to be asked again. */
  readonly failed: boolean;
  readonly outputTokens: number;
  readonly latencyMs: number;
}

/** A game read for the predecessor's analysis files. */
export interface AnalyzedGame {
  readonly runId: string;
  readonly state: GameState;
  readonly calls: readonly AnalyzedCall[];
  /** Provinces by whose unit was there last, at the beginning of every phase played, and as it is now. */
  readonly territories: readonly ByPower<number>[];
}

/** Reads a journal for `gameAnalysis` and its neighbours. @throws ConsoleError where the run is no game of lm-game */
export async function readAnalyzedGame(runId: string, entries: readonly JournalEntry[]): Promise<AnalyzedGame> {
  const record = await readGameRecord(runId, entries);
  const calls = entries.flatMap((entry, at): readonly AnalyzedCall[] => {
    if (entry.type !== 'answer-recorded' && entry.type !== 'call-failed') return [];
    const place = callPlace(entry.path);
    if (place === null || place.power === null) return [];
    const { phase, power, stage } = place;
    if (entry.type === 'call-failed')
      return [{ phase, power, type: responseType(stage, undefined, 'answered'), failed: true, outputTokens: 0, latencyMs: 0 }];
    const stands = record.outcomes.stands(entry, at + 1);
    return [
      {
        phase,
        power,
        type: responseType(stage, entry.label?.name, 'answered'),
        failed: !stands || /^(Failure|FALSE|PARTIAL)/.test(callSuccess(place, record.outcomes)),
        outputTokens: entry.result.usage.outputTokens,
        latencyMs: entry.result.latencyMs,
      },
    ];
  });
  const { phases } = savedGameOf(playedPhases(record), { id: runId });
  const territories = phases.map(
    ({ state }) =>
      Object.fromEntries(
        Object.entries(state.influence ?? {}).map(([power, provinces]) => [power, provinces.length]),
      ) as ByPower<number>,
  );
  return { runId, state: record.state, calls, territories };
}
