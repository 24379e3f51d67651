import type { GameSpec } from '@entente/diplomacy-game/state';
import { formatRulebook } from '@entente/diplomacy-rules';
import type { SettingInForce } from '@entente/run-console';
import { DEFAULT_RULEBOOK } from './settings-of-options.js';

/** The settings of a game as they are told, in the names of study files; who plays is told elsewhere. */
export function settingsInForce({ settings, formatter, promptSets }: GameSpec): readonly SettingInForce[] {
  const { maxYear, endAtPhase, drawAfterYears, negotiationRounds, adaptiveRounds, planning, phaseSummaries, rulebook } = settings;
  return [
    { name: 'maxYear', value: maxYear },
    ...(endAtPhase === undefined ? [] : [{ name: 'endAtPhase', value: endAtPhase }]),
    ...(drawAfterYears === undefined ? [] : [{ name: 'drawAfterYears', value: drawAfterYears }]),
    { name: 'negotiationRounds', value: negotiationRounds, usual: 0 },
    { name: 'adaptiveRounds', value: adaptiveRounds, usual: false },
    { name: 'planning', value: planning, usual: false },
    { name: 'phaseSummaries', value: phaseSummaries, usual: false },
    { name: 'rulebook', value: formatRulebook(rulebook), usual: formatRulebook(DEFAULT_RULEBOOK) },
    { name: 'twoStep', value: formatter !== null, usual: false },
    { name: 'prompts', value: Object.keys(promptSets).sort().join(' and '), usual: 'default' },
  ];
}
