import { POWERS } from '@entente/diplomacy-rules';
import { formatModelSpec, type ModelSpec } from '@entente/run-console/session';
import type { Json } from '@entente/simulation-core';
import type { GameRecord } from './game-record.js';
import { withoutKeyOfModel } from './without-keys.js';

/** A model as one writes it on the command line: `openai:gpt-4o@http://localhost:8000/v1`, without its key. */
export function modelName(model: ModelSpec): string {
  return withoutKeyOfModel(`${formatModelSpec(model)}${model.baseUrl === null ? '' : `@${model.baseUrl}`}`);
}

/**
 * How the game was started, under the names that the predecessor's command line has in its files (its analysis reads `max_year`), and
 * what only we know behind them. Made from the run's header, so it is the same after any resumption.
 */
export function predecessorConfig({ header, spec }: GameRecord): Readonly<Record<string, Json>> {
  const { settings, seats, formatter, narrator, promptSets } = spec;
  const limits = POWERS.map((power) => seats[power].model.sampling?.maxOutputTokens ?? null);
  const sets = POWERS.map((power) => seats[power].promptSet);
  return {
    run_dir: header.runId,
    max_year: settings.maxYear,
    end_at_phase: settings.endAtPhase ?? '',
    num_negotiation_rounds: settings.negotiationRounds,
    models: POWERS.map((power) => modelName(seats[power].model)).join(','),
    planning_phase: settings.planning,
    max_tokens: limits.every((limit) => limit === limits[0]) ? (limits[0] ?? null) : null,
    max_tokens_per_model: limits.every((limit) => limit === limits[0]) ? '' : limits.map((limit) => limit ?? '').join(','),
    seed_base: /^\d{1,15}$/.test(header.seed) ? Number(header.seed) : header.seed,
    prompts_dir: sets.every((set) => set === sets[0]) ? (sets[0] ?? null) : sets.join(','),
    prompts_dir_map: Object.fromEntries(POWERS.map((power) => [power, seats[power].promptSet])),
    simple_prompts: sets.every((set) => set === 'simple'),
    generate_phase_summaries: settings.phaseSummaries,
    use_unformatted_prompts: formatter !== null,
    country_specific_prompts: false,
    adaptive_rounds: settings.adaptiveRounds,
    rulebook: settings.rulebook,
    formatter_model: formatter === null || formatter === 'own' ? formatter : modelName(formatter),
    narrator_model: narrator === null ? null : modelName(narrator),
    prompt_digests: Object.fromEntries(Object.entries(promptSets).map(([name, { digest }]) => [name, digest])),
    seed: header.seed,
    replicate: header.replicate,
    entente_version: header.packageVersion,
    offline: isPlayedOffline(spec),
  };
}

/** Whether the offline model answers for anybody, so that results have to be labelled. */
export const isPlayedOffline = ({ seats, formatter, narrator }: GameRecord['spec']): boolean =>
  [...POWERS.map((power) => seats[power].model), formatter, narrator].some(
    (model) => model !== null && model !== 'own' && model.provider === 'offline',
  );
