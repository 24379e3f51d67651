import { switchProblem } from '../values/rulebook-choice.js';
import type { Rulebook } from '../values/rulebook.js';
import { RULEBOOK_SWITCHES } from '../values/rulebook.js';
import { RULEBOOK_NAMES, RULEBOOKS } from '../values/rulebooks.js';
import type { VerbInput, VerbOption } from './verb.js';
import { UsageError } from './verb.js';

const SWITCHES = Object.entries(RULEBOOK_SWITCHES).map(([name, { flag, question, values }]) => ({
  name,
  option: flag.slice(2),
  question,
  values: Object.keys(values),
}));

/** `--rulebook NAME` and a flag for each switch, for every verb that judges. */
export const rulebookOptions: Readonly<Record<string, VerbOption>> = {
  rulebook: { type: 'string', value: 'NAME', description: `judge by this rulebook: ${RULEBOOK_NAMES.join(', ')}` },
  ...Object.fromEntries(
    SWITCHES.map(({ option, question, values }): [string, VerbOption] => [
      option,
      { type: 'string', value: 'VALUE', description: `${question}: ${values.join(', ')}` },
    ]),
  ),
};

/** Lists every switch with its values and their meanings, for a help text. */
export const rulebookSwitchesHelp = `A rulebook is a value for each of five switches, and a flag changes one of them, of the named rulebook or else of that of 2023:
${Object.values(RULEBOOK_SWITCHES)
  .flatMap(({ flag, question, values }) => [
    `  ${flag}: ${question}`,
    ...Object.entries(values).map(([value, meaning]) => `      ${value}: ${meaning}`),
  ])
  .join('\n')}`;

/**
 * Returns the rulebook that the options ask for, or `undefined`. Switches change the named rulebook (default `2023`).
 * @throws UsageError For an unknown name or value.
 */
export function rulebookFrom(options: VerbInput['options']): Rulebook | undefined {
  const { rulebook: name } = options;
  const changes = SWITCHES.filter(({ option }) => options[option] !== undefined);
  if (typeof name !== 'string' && changes.length === 0) return undefined;
  const preset = typeof name === 'string' ? name : '2023';
  if (!Object.hasOwn(RULEBOOKS, preset)) {
    throw new UsageError(`there is no rulebook "${preset}"; there are ${RULEBOOK_NAMES.join(', ')}.`);
  }
  for (const { name: changed, option } of changes) {
    const value = options[option];
    if (switchProblem(changed, value) !== null)
      throw new UsageError(
        `--${option} cannot be "${String(value)}"; it is one of ${SWITCHES.find((each) => each.option === option)?.values.join(', ') ?? ''}.`,
      );
  }
  return {
    ...RULEBOOKS[preset as keyof typeof RULEBOOKS],
    ...Object.fromEntries(changes.map(({ name: changed, option }) => [changed, options[option]])),
  };
}
