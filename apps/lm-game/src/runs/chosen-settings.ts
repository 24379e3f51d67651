import { GAME_SETTINGS, type GameSettings, phaseName } from '@entente/diplomacy-game/settings';
import type { GameSpec } from '@entente/diplomacy-game/state';
import {
  changeRulebook,
  formatRulebook,
  parsePhase,
  type Phase,
  RULEBOOK_SWITCHES,
  type RulebookChoice,
  type RulebookSwitchName,
  toRulebook,
} from '@entente/diplomacy-rules';
import { missingNeed, type SettingInForce, settingsInForce, UsageError } from '@entente/run-console';
import { withGiven } from '@entente/studies/settings';
import type { GameOptions } from './game-options.js';

/** @throws UsageError where neither a last year nor a last phase is named, and for settings without an effect */
export function settingsOf(options: GameOptions): GameSettings {
  const { maxYear, endAtPhase, adaptiveRounds, negotiationRounds = 0 } = options;
  const lastYear = maxYear ?? yearOf(endAtPhase);
  if (lastYear === undefined) throw new UsageError('Say when the game ends: --max-year 1905, or --end-at-phase F1903M.');
  if (adaptiveRounds === true && negotiationRounds === 0)
    throw new UsageError('--adaptive-rounds ends a negotiation early, and there is none; add --num-negotiation-rounds 3.');
  const rulebook = rulebookOf(options, GAME_SETTINGS.rulebook.default);
  return withGiven(GAME_SETTINGS, 'settings', { ...options, maxYear: lastYear, rulebook }) as GameSettings;
}

/** Settings of a game on record with those that a command gives in their place. */
export function changedSettings(settings: GameSettings, options: GameOptions): GameSettings {
  const { maxYear, endAtPhase } = options;
  const { endAtPhase: endBefore, ...before } = settings;
  return withGiven(
    GAME_SETTINGS,
    'settings',
    {
      ...options,
      maxYear: maxYear ?? yearOf(endAtPhase),
      endAtPhase: endAtPhase ?? (maxYear === undefined ? endBefore : undefined),
      rulebook: rulebookOf(options, settings.rulebook),
    },
    before,
  ) as GameSettings;
}

const yearOf = (phase: Phase | undefined): number | undefined =>
  phase === undefined ? undefined : (parsePhase(phase)?.year ?? undefined);

/**
 * The rulebook that a command asks for, in its shortest form.
 * @param otherwise rulebook that the switches change where the command names none
 */
export function rulebookOf(
  options: Partial<Pick<GameOptions, 'rulebook' | RulebookSwitchName>>,
  otherwise: RulebookChoice,
): RulebookChoice {
  const choice = options.rulebook ?? otherwise;
  const names = Object.keys(RULEBOOK_SWITCHES) as readonly RulebookSwitchName[];
  const given = Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
  return changeRulebook(typeof choice === 'string' ? choice : choice.preset, { ...toRulebook(choice), ...given });
}

/**
 * Refuses settings of a new game that have no effect, whether a command or a study file gives them.
 * @param isAsked whether any power is played by a model
 * @throws UsageError
 */
export function assertTakesEffect(options: GameOptions, isAsked: boolean): void {
  const missing = missingNeed(GAME_SETTINGS, options);
  if (missing !== undefined) throw new UsageError(missing);
  const { maxYear, endAtPhase } = options;
  if (maxYear !== undefined && endAtPhase !== undefined && Number(yearOf(endAtPhase)) > maxYear)
    throw new UsageError(
      `The game cannot end after ${endAtPhase}, because its last year is ${maxYear}; leave out one of endAtPhase and maxYear.`,
    );
  if ((options.maxReplyTokens ?? options.maxReplyTokensByPower) !== undefined && !isAsked)
    throw new UsageError('A limit on replies has no effect here: no model plays; leave it out, or seat a model.');
}

/** A note about settings that nobody reads because only bots play; undefined where there are none. */
export function unreadByBots(options: GameOptions): string | undefined {
  const unread = [
    ...((options.negotiationRounds ?? 0) > 0 ? ['negotiation rounds'] : []),
    ...(options.planning === true ? ['plans'] : []),
    ...(options.prompts === 'simple' || options.promptsDir !== undefined ? ['prompts'] : []),
    ...(options.twoStep === true ? ['two-step answers'] : []),
  ];
  return unread.length === 0 ? undefined : `Only bots play, so ${unread.join(', ')} are not used.`;
}

/** The settings of a game for lists and manifests, in the names of study files; the players are listed elsewhere. */
export function gameSettingsInForce({ settings, formatter, promptSets }: GameSpec): readonly SettingInForce[] {
  return settingsInForce(GAME_SETTINGS, {
    ...settings,
    rulebook: formatRulebook(settings.rulebook),
    twoStep: formatter !== null,
    prompts: Object.keys(promptSets).sort().join(' and '),
  });
}

/** Reads a phase behind a flag that is no setting. @throws UsageError */
export function readPhase(text: string, flag: string): Phase {
  const parsed = phaseName.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(`${flag} cannot be "${text}"; ${parsed.error.issues[0]?.message ?? 'write a phase'}.`);
}
