import { RULEBOOK_NAMES, RULEBOOK_SWITCHES, type RulebookChoice, type RulebookSwitchName } from '@entente/diplomacy-rules';
import { choice, type VerbOption } from '@entente/run-console';

const switchOption = (name: RulebookSwitchName) => {
  const { flag, question, values } = RULEBOOK_SWITCHES[name];
  return choice(`${flag} <value>`, `${question} (a switch of the rulebook)`, Object.keys(values));
};

// Study files say more of it in the same place.
const rulebook: VerbOption<RulebookChoice | undefined> = choice(
  '--rulebook <name>',
  'where rulebooks differ; else python-compatible',
  RULEBOOK_NAMES,
);

/** `--rulebook` and a flag for each switch of it, as `diplomacy-rules` has them. */
export const rulebookOptions = {
  rulebook,
  landFallback: switchOption('landFallback'),
  convoyIntent: switchOption('convoyIntent'),
  civilDisorder: switchOption('civilDisorder'),
  supportCoast: switchOption('supportCoast'),
  ownSupport: switchOption('ownSupport'),
} as const satisfies Readonly<Record<'rulebook' | RulebookSwitchName, unknown>>;
