import {
  changeRulebook,
  type RulebookChoice,
  type RulebookSwitchName,
  RULEBOOK_SWITCHES,
  toRulebook,
} from '@entente/diplomacy-rules';

/** A rulebook as a command says it: a name, or all that a study file says of it, and switches that change it. */
export type RulebookOptions = { readonly rulebook: RulebookChoice | undefined } & {
  readonly [name in RulebookSwitchName]?: string | undefined;
};

const SWITCH_NAMES = Object.keys(RULEBOOK_SWITCHES) as readonly RulebookSwitchName[];

/**
 * The rulebook that a command asks for, in its shortest form.
 * @param otherwise what the switches change where the command names no rulebook
 */
export function rulebookOfOptions(options: RulebookOptions, otherwise: RulebookChoice): RulebookChoice {
  const choice = options.rulebook ?? otherwise;
  const given = Object.fromEntries(SWITCH_NAMES.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
  return changeRulebook(typeof choice === 'string' ? choice : choice.preset, { ...toRulebook(choice), ...given });
}
