import { GAME_SETTINGS } from '@entente/diplomacy-game/settings';
import type { Power } from '@entente/diplomacy-rules';
import { type OptionValues, settingOptions } from '@entente/run-console';

/** An option for every setting of a game; a study file holds these settings itself. */
export const gameSettingOptions = settingOptions(GAME_SETTINGS);

/** Settings of a game as a command or a study gives them. */
export type GameOptions = OptionValues<typeof gameSettingOptions> & {
  /** Powers that a person plays. */
  readonly human?: readonly Power[] | undefined;
};
