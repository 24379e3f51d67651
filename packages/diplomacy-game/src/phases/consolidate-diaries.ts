import { parsePhase, type Power } from '@entente/diplomacy-rules';
import { settleReply } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import type { DiaryToConsolidate, PowerMind } from '../agents/power-agent.js';
import type { GameTable, WorkToDefer } from '../game-table.js';
import { workKey } from '../paths/call-base.js';
import type { DiaryConsolidated, GameState, ReplyMissing } from '../state/index.js';
import { livingPowers } from '../state/game-state.js';
import { toMissing } from './missing-reply.js';

/** Deferred work of this kind is done by `consolidateDiary`. */
export const CONSOLIDATION = 'consolidation';

/**
 * Work of Spring, one piece for each power: the past year becomes part of one text. It can be done beside the whole year that begins, because
 * its material is complete and the diary keeps the past year word for word until the next Spring. Each text is made of the text before it and
 * one year, so it costs the same every year.
 */
export function consolidateDiaries(state: GameState, { agents: players }: GameTable): readonly WorkToDefer[] {
  const { position, agents, settings } = state;
  const phase = parsePhase(position.phase);
  if (phase?.season !== 'S' || phase.type !== 'M') return [];
  if (phase.year >= (settings?.maxYear ?? Infinity)) return []; // nobody would read it
  const throughYear = phase.year - 1;
  return livingPowers(position)
    .filter((power) => entriesThrough(agents[power].diary, throughYear).length > 0 && players[power].mind !== null)
    .map((power) => ({
      key: workKey.consolidation({ phase: position.phase, power }),
      kind: CONSOLIDATION,
      input: { power, throughYear },
    }));
}

/** Years of one power's diary up to `throughYear`. */
export function diaryThrough({ agents }: GameState, power: Power, throughYear: number): DiaryToConsolidate {
  const { diary, consolidated } = agents[power];
  return { power, throughYear, consolidated, entries: entriesThrough(diary, throughYear) };
}

function entriesThrough(diary: DiaryToConsolidate['entries'], year: number): DiaryToConsolidate['entries'] {
  return diary.filter((entry) => (parsePhase(entry.phase)?.year ?? Infinity) <= year);
}

/** Makes one text of a power's years. */
export async function consolidateDiary(
  scope: Scope,
  diary: DiaryToConsolidate,
  mind: PowerMind,
): Promise<DiaryConsolidated | ReplyMissing> {
  const { power, throughYear, entries } = diary;
  const text = await settleReply(mind.consolidateDiary(scope, diary));
  if (text.ok) return { type: 'diary-consolidated', power, throughYear, text: text.value };
  return toMissing('consolidation-missing', text.error, { phase: entries.at(-1)?.phase ?? '', power });
}
