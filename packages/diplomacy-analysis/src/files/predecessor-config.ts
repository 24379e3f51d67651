import type { GameSettings } from '@entente/diplomacy-game/state';
import { formatRulebook, POWERS } from '@entente/diplomacy-rules';
import { formatModelSpec, type ModelSpec } from '@entente/llm-clients/contract';
import type { Json } from '@entente/simulation-core';
import type { GameRecord } from '../record/game-record.js';
import { withoutKeyOfModel } from './without-keys.js';

/** Formats a model as on the command line: `openai:gpt-4o@http://localhost:8000/v1`, without its key. */
export function modelName(model: ModelSpec): string {
  return withoutKeyOfModel(`${formatModelSpec(model)}${model.baseUrl === null ? '' : `@${model.baseUrl}`}`);
}

/**
 * Returns the settings of a game under the names of the predecessor's command line (its analysis reads `max_year`), followed by our own. Made from the run's header, so it is the same after any resumption.
 */
export function predecessorConfig({ header, spec }: GameRecord): Readonly<Record<string, Json | undefined>> {
  const { settings, seats, formatter, narrator, promptSets } = spec;
  const { forkedFrom } = header;
  const limits = POWERS.map((power) => seats[power].model.sampling?.maxOutputTokens ?? null);
  const sets = POWERS.map((power) => seats[power].promptSet);
  return {
    run_dir: header.runId,
    ...settingsConfig(settings),
    models: POWERS.map((power) => modelName(seats[power].model)).join(','),
    max_tokens: limits.every((limit) => limit === limits[0]) ? (limits[0] ?? null) : null,
    max_tokens_per_model: limits.every((limit) => limit === limits[0]) ? '' : limits.map((limit) => limit ?? '').join(','),
    seed_base: /^\d{1,15}$/.test(header.seed) ? Number(header.seed) : header.seed,
    prompts_dir: sets.every((set) => set === sets[0]) ? (sets[0] ?? null) : sets.join(','),
    prompts_dir_map: Object.fromEntries(POWERS.map((power) => [power, seats[power].promptSet])),
    simple_prompts: sets.every((set) => set === 'simple'),
    use_unformatted_prompts: formatter !== null,
    country_specific_prompts: false,
    formatter_model: formatter === null || formatter === 'own' ? formatter : modelName(formatter),
    narrator_model: narrator === null ? null : modelName(narrator),
    prompt_digests: Object.fromEntries(Object.entries(promptSets).map(([name, { digest }]) => [name, digest])),
    seed: header.seed,
    replicate: header.replicate,
    entente_version: header.packageVersion,
    offline: isPlayedOffline(spec),
    forked_from: forkedFrom && { run: forkedFrom.runId, phase: forkedFrom.step, future: forkedFrom.future },
  };
}

/** Name of each setting in the predecessor's files, and its value where it is not set. */
const SETTING_KEYS: { readonly [key in keyof Required<GameSettings>]: readonly [name: string, unset: Json] } = {
  maxYear: ['max_year', null],
  endAtPhase: ['end_at_phase', ''],
  drawAfterYears: ['draw_after_years', null],
  negotiationRounds: ['num_negotiation_rounds', 0],
  adaptiveRounds: ['adaptive_rounds', false],
  planning: ['planning_phase', false],
  phaseSummaries: ['generate_phase_summaries', false],
  rulebook: ['rulebook', null],
};

const settingsConfig = (settings: GameSettings): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    (Object.keys(SETTING_KEYS) as (keyof GameSettings)[]).map((key) => {
      const [name, unset] = SETTING_KEYS[key];
      return [name, key === 'rulebook' ? formatRulebook(settings.rulebook) : (settings[key] ?? unset)];
    }),
  );

/** Returns whether the offline model plays any part, so that results have to be labelled. */
export const isPlayedOffline = ({ seats, formatter, narrator }: GameRecord['spec']): boolean =>
  [...POWERS.map((power) => seats[power].model), formatter, narrator].some(
    (model) => model !== null && model !== 'own' && model.provider === 'offline',
  );
