import { seatAt } from '@entente/diplomacy-game/state';
import {
  type PlayedPhase,
  type Power,
  POWERS,
  type SavedGame,
  savedGameOf,
  type SavedPhase,
  writeSavedGame,
} from '@entente/diplomacy-rules';
import { withoutKeysInWords } from '@entente/llm-clients/secrets';
import { gameOutcome } from '../record/game-outcome.js';
import type { GameRecord } from '../record/game-record.js';
import { orderResults } from '../record/order-results.js';
import { isDrawCalled, playedPhases } from '../record/played-phases.js';
import { type AgentPage, agentPages, lastThoughts } from './agent-pages.js';
import { modelName, predecessorConfig } from './predecessor-config.js';
import { mapTexts, withoutKeyOfModel } from './without-keys.js';

/** Form of lmvsgame.json. */
export interface GameSaveOptions {
  /**
   * Whether every phase repeats each power's whole diary, as the predecessor writes it. Such a file grows with the square of the game's
   * length.
   * @default false
   */
  readonly diariesInSave?: boolean | undefined;
}

/**
 * The predecessor's `lmvsgame.json`: the saved game of the Python package, and beside it per completed phase `state_agents` (the powers
 * that took part in it, as they stood after it), `agent_relationships` (the same relationships where its viewer and its table of conversations
 * still look for them), `order_results`, `state_phase_summaries` and `config`, and for the game
 * `phase_summaries` and `final_agent_states`.
 *
 * The size is linear in the length of the game: the diaries in a phase's `state_agents` hold only the entries about that phase, in the same
 * shape. Joined, or searched for `[S1901M]`, they read the same as before. The last completed phase has them whole,
 * because that is where a game is taken up again. `config` is on the first completed phase of the run and on the last: readers search for it from
 * the end, in a game that was cut short as well. Phases that a fork took over say `inherited`, and who played them then. `ending` and
 * `outcome` tell how the game came out. With `diariesInSave` both are on every phase, which is the predecessor's own form.
 *
 * The same journal gives the same text, byte for byte. Waived builds and orders that are not allowed are not in it.
 */
export function toGameSave(record: GameRecord, { diariesInSave = false }: GameSaveOptions = {}): string {
  const { state, takenOver, header } = record;
  const pages = agentPages(record);
  const config = predecessorConfig(record);
  const last = state.history.length - 1;
  const firstOwn = Math.min(takenOver.history.length, Math.max(0, last));
  const { ending, winners, after } = gameOutcome(state);

  const plain = savedGame(record, playedPhases(record));
  const phases = plain.phases.map((phase, i): SavedPhase => {
    const whole = diariesInSave || i === last;
    const own = pages.get(phase.name) ?? {};
    const played: SavedPhase = {
      ...phase,
      // The predecessor's validation asks for the phase's name in here a third time.
      state: { ...phase.state, phase: phase.name },
      results: withoutWaive(phase.results),
      summary: state.summaries[phase.name] ?? '',
    };
    if (i > last) return played;
    return {
      ...played,
      config: whole || i === firstOwn ? config : undefined,
      inherited: i < takenOver.history.length ? true : undefined,
      state_agents: stateAgents(own, { record, phase: phase.name, whole }),
      agent_relationships: Object.fromEntries(Object.entries(own).map(([power, page]) => [power, page.relationships])),
      order_results: orderResults(phase),
      state_phase_summaries: {},
    };
  });
  const game: SavedGame = {
    ...plain,
    id: header.runId,
    phases,
    phase_summaries: state.summaries,
    ending,
    // As the package keeps it in memory: the phase in which the game ended, and who won or shares the draw.
    outcome: winners.length === 0 ? null : [isDrawCalled(record) ? state.position.phase : after, ...winners],
    final_agent_states: Object.fromEntries(POWERS.map((power) => [power, lastThoughts(record, power)])),
  };
  return `${writeSavedGame(mapTexts(game, withoutKeysInWords), { indent: 4 })}\n`;
}

/** The plain saved game of the Python package, without any key that only some programs know; its own check accepts it. */
export const exportSavedGame = (record: GameRecord): SavedGame =>
  mapTexts(savedGame(record, playedPhases(record)), withoutKeysInWords);

/**
 * The Python package replays a game to check it, and takes a draw for a phase that does not follow from the one before, as it would one of its
 * own; its rule `DIFFERENT_ADJUDICATION` allows for one such phase.
 */
function savedGame(record: GameRecord, played: readonly PlayedPhase[]): SavedGame {
  const { header, state, spec } = record;
  const isSilent = played.every(({ messages = [] }) => messages.length === 0);
  return savedGameOf(played, {
    id: header.runId,
    rulebook: state.settings?.rulebook ?? spec.settings.rulebook,
    rules: isDrawCalled(record) ? [...(isSilent ? ['NO_PRESS'] : []), 'POWER_CHOICE', 'DIFFERENT_ADJUDICATION'] : undefined,
  });
}

/** The Python package counts waived builds under a key of this name; the predecessor's tools take every key for a unit. */
const withoutWaive = (results: SavedPhase['results'] = {}): NonNullable<SavedPhase['results']> =>
  Object.fromEntries(Object.entries(results).filter(([unit]) => unit !== 'WAIVE'));

function stateAgents(
  pages: { readonly [power in Power]?: AgentPage },
  { record, phase, whole }: { readonly record: GameRecord; readonly phase: string; readonly whole: boolean },
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (Object.entries(pages) as [Power, AgentPage][]).map(([power, page]) => {
      const { id, maxTokens } = playerAt(record, power, phase);
      const { goals, relationships, written, newlyConsolidated } = page;
      const context = newlyConsolidated === null ? written : [newlyConsolidated, ...written];
      return [
        power,
        {
          power_name: power,
          model_id: id,
          max_tokens: maxTokens,
          goals,
          relationships,
          full_private_diary: whole ? page.diary() : written,
          private_diary: whole ? page.memory() : context,
        },
      ];
    }),
  );
}

/** Returns the player of a power in a phase. A fork knows the names of its parent's players, but not the limits on their replies. */
function playerAt(
  { state, spec }: GameRecord,
  power: Power,
  phase: string,
): { readonly id: string; readonly maxTokens: number | null } {
  const { model } = spec.seats[power];
  const then = seatAt(state, power, phase)?.model;
  const now = state.seats?.[power].model;
  if (then !== undefined && now !== undefined && then !== now) return { id: withoutKeyOfModel(then), maxTokens: null };
  return { id: modelName(model), maxTokens: model.sampling?.maxOutputTokens ?? null };
}
