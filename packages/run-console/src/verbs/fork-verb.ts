import {
  defineVerb,
  type OptionValues,
  repeated,
  text,
  type Verb,
  type VerbOptions,
  wholeNumber,
  withDefault,
  words,
} from '../cli/verb.js';
import { type ForkStart, parseKeyedEdit, type RunEdit } from '../journals/run-edits.js';
import type { RunKind } from '../journals/run-kind.js';
import { carryOutOptions, outputRules, placeRule } from '../options/option-groups.js';

export const forkOptions = {
  at: text('--at <step>', 'the first step that the forks play themselves: scene-3, S1903M'),
  set: repeated('--set <key=value>', 'change a model or a setting from there on; may be given several times', parseKeyedEdit),
  editReplies: text('--edit-replies <file>', 'JSON: call path to reply, to stand in the place of replies of that step'),
  times: withDefault(wholeNumber('--times <n>', 'how many futures to draw; the same numbers draw alike under every edit'), 1),
  model: words('--model <ids>', 'keys or new addresses of models of the forks, with commas: id#key, provider:model@url'),
  ...carryOutOptions,
} as const;

/** What a program adds to the fork verb. */
export interface ForkExtension<State, Options extends VerbOptions> {
  /** Beyond those that every fork has: `--edit-orders <file>`. */
  readonly options: Options;
  /** Whole commands after the program's name, behind the usual ones. */
  readonly examples?: readonly string[];
  /**
   * What these options change; usually reply texts at the paths of `start.answers`. Called for every fork, so it returns
   * `{}` where none of them is given.
   * @param cwd the folder that files are named from
   * @throws UsageError, ConsoleError in one clear line
   */
  editsOf(options: OptionValues<Options>, start: ForkStart<State>, cwd: string): Promise<RunEdit>;
}

const NO_EXTENSION: ForkExtension<unknown, Record<never, never>> = { options: {}, editsOf: async () => ({}) };

/**
 * The verb `fork`: makes runs that share another's past, changes what is asked for, and carries them out. It is one of
 * `journalVerbs`, which take the extension too.
 */
export function forkVerb<State, Fact extends { readonly type: string }, const Options extends VerbOptions = Record<never, never>>(
  load: () => Promise<RunKind<State, Fact>>,
  extension: ForkExtension<State, Options> = NO_EXTENSION as unknown as ForkExtension<State, Options>,
): Verb {
  return defineVerb({
    name: 'fork',
    summary: 'go back to a step of a run and play on from there, otherwise or again',
    details:
      'The forks inherit all that came before. In their first step what is asked as before keeps its recorded answer; from the next step on every future draws its own chances. --times without an edit is the control that an edit is compared with.',
    arguments: [{ name: '<run>', description: 'its name, the beginning of it, or its folder' }],
    options: { ...extension.options, ...forkOptions },
    rules: [placeRule(), ...outputRules],
    examples: [
      'fork maya-jonas --at scene-3 --times 5',
      'fork maya-jonas --at scene-3 --set model=openai:gpt-4o-mini --times 5 --max-cost 2',
      ...(extension.examples ?? []),
    ],
    run: async (call) => {
      const { forkRuns } = await import('./fork-runs.js');
      const { options, io } = call;
      return forkRuns(await load(), { ...call, options }, (start) =>
        extension.editsOf(options as OptionValues<Options>, start, io.cwd),
      );
    },
  });
}
