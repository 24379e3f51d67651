import { forEveryPower, type GameFact, type GameState } from '@entente/diplomacy-game';
import { BOT_PROVIDER, type GameSpec, isModel, PERSON_PROVIDER, toJson } from '@entente/diplomacy-game/state';
import { type ByPower, type Power, POWERS } from '@entente/diplomacy-rules';
import type { ModelSpec } from '@entente/llm-clients/contract';
import { UsageError } from '@entente/run-console';
import { type LiveModels, type Plan, planRun, type RunKind, type Session } from '@entente/run-console/session';
import type { RunSummary } from '@entente/simulation-core';
import { botNamed } from './build-table.js';
import { assertTakesEffect, settingsOf, unreadByBots } from './chosen-settings.js';
import type { GameOptions } from './game-options.js';
import { choosePrompts } from './prompt-sets-of-options.js';
import { oneOrSeven, seatIds } from './seats-of-options.js';

export type GamePlan = Plan<GameState, GameFact>;
export type GameKind = RunKind<GameState, GameFact>;

/** Spec of a game, as a command describes it. @throws UsageError, and SettingError on a model id that cannot be read, or a missing key */
export async function describeGame(
  options: GameOptions,
  { session, cwd }: { readonly session: Session; readonly cwd: string },
): Promise<GameSpec> {
  const settings = settingsOf(options);
  const prompts = await choosePrompts(options, cwd);
  for (const note of prompts.notes) session.note(note);
  const models = describeSeats(options, session);
  const seats = forEveryPower((power) => ({ model: models[power], promptSet: prompts.nameOf[power] }));
  const describe = (id: string): ModelSpec => describePlayer(id, session.models);
  const firstModel = POWERS.map((power) => seats[power].model).find(isModel);
  assertTakesEffect(options, firstModel !== undefined);
  const isBots = POWERS.every((power) => seats[power].model.provider === BOT_PROVIDER);
  const unread = isBots ? unreadByBots(options) : undefined;
  if (unread !== undefined) session.note(unread);
  const formatter =
    options.twoStep !== true ? null : options.formatterModel === undefined ? 'own' : describe(options.formatterModel);
  return { settings, seats, formatter, narrator: narratorOf(options, describe, firstModel), promptSets: prompts.sets };
}

/** Players of all powers, with the limits on their replies. @throws UsageError, SettingError */
export function describeSeats(options: GameOptions, session: Session): ByPower<ModelSpec> {
  const ids = seatIds(options, () => fallbackId(session));
  const limits = outputLimits(options);
  return forEveryPower((power) => withLimit(describePlayer(ids[power], session.models), limits[power]));
}

export interface GamesRequest {
  readonly spec: GameSpec;
  readonly seeds: readonly string[];
  /** For people and reports; no part of what a game is. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A game for every seed. */
export function planGames(
  kind: GameKind,
  { spec, seeds, labels = {} }: GamesRequest,
  { session, known, further }: { readonly session: Session; readonly known: readonly RunSummary[]; readonly further: boolean },
): readonly GamePlan[] {
  const { models } = session;
  return seeds.map((seed) => planRun(kind, { name: 'game', spec: toJson(spec), seed, labels }, { models, known, further }));
}

/** Id of the config file's model, or of the offline one, with a note. */
function fallbackId(session: Session): string {
  const id = session.config.model;
  if (id === undefined)
    session.note(
      'No model is named, so the offline model plays; --models openai:gpt-4o-mini (one id, or seven) plays with real ones.',
    );
  return id ?? 'offline';
}

/** A model, a bot or a person by its id. @throws UsageError, SettingError */
export function describePlayer(id: string, models: LiveModels): ModelSpec {
  if (id === PERSON_PROVIDER) return { provider: PERSON_PROVIDER, modelId: 'terminal', baseUrl: null };
  const bot = /^bot:(.*)$/s.exec(id)?.[1];
  if (bot === undefined) return models.describe(id);
  botNamed(bot);
  return { provider: BOT_PROVIDER, modelId: bot, baseUrl: null };
}

/** Limit on one reply, for each power. @throws UsageError */
export function outputLimits({ maxReplyTokens, maxReplyTokensByPower }: GameOptions): ByPower<number | undefined> {
  if (maxReplyTokensByPower !== undefined) return oneOrSeven(maxReplyTokensByPower, '--max-tokens-per-model');
  return forEveryPower((_power: Power) => maxReplyTokens);
}

/** A model with a limit on its replies; bots and people have none. */
export function withLimit(spec: ModelSpec, maxOutputTokens: number | undefined): ModelSpec {
  return maxOutputTokens === undefined || !isModel(spec) ? spec : { ...spec, sampling: { ...spec.sampling, maxOutputTokens } };
}

function narratorOf(
  { phaseSummaries, narratorModel }: GameOptions,
  describe: (id: string) => ModelSpec,
  firstModel: ModelSpec | undefined,
): ModelSpec | null {
  if (phaseSummaries !== true) return null;
  if (narratorModel !== undefined) return describe(narratorModel);
  if (firstModel !== undefined) return firstModel;
  throw new UsageError('--generate-phase-summaries needs somebody to write them, and no model plays; add --narrator-model.');
}
