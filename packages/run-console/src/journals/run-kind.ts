import type { OfflineResponder } from '@entente/llm-clients';
import type { ModelSpec } from '@entente/llm-clients/contract';
import type { BatchedRun, EntryOf, JournalStore, Program, RecordedFact } from '@entente/simulation-core';
import type { ReportedRun, RunBlueprint, RunHeader } from '@entente/simulation-core/journal';
import type { Column, Row, Table } from '@entente/studies/tables';
import type { ConsoleIo } from '../cli/console-io.js';
import type { RunDisplay } from '../progress/run-display.js';
import type { ModelSource } from '../session/model-source.js';
import type { RunEdits } from './run-edits.js';
import type { RunWords } from './run-words.js';
import type { SettingInForce } from './settings-in-force.js';
import type { CostOf } from '../session/run-prices.js';

/** A kind of run for the shared verbs: builds its program from a header, and shows its results. */
export interface RunKind<State, Fact extends { readonly type: string }> {
  /** `Program.kind`. */
  readonly kind: string;
  /** Nouns and examples for help texts and messages. */
  readonly words: RunWords;
  /** Version in the headers of new runs. */
  readonly packageVersion: string;
  /** Command as users type it, for messages: `npx entente`. */
  readonly command: string;
  /** Answers of the offline model. */
  readonly responders: readonly OfflineResponder[];
  /** Every model the run asks. @throws an `ExplainedError` if the header is not of this kind */
  modelsOf(blueprint: RunBlueprint): readonly ModelSpec[];
  /** @throws an `ExplainedError` if the header is not of this kind */
  buildProgram(blueprint: RunBlueprint, models: ModelSource): Program<State, Fact>;
  /** Short title of a run, such as the names of its players. */
  title(blueprint: RunBlueprint): string;
  /** Settings of a run, in the order in which they are printed. @default none are printed */
  settings?(blueprint: RunBlueprint): readonly SettingInForce[];
  /** How many steps the run has when it is over, for progress. */
  plannedSteps(blueprint: RunBlueprint): number;
  /** Result of a run, for the table of a batch and for `report`. */
  readonly results: {
    readonly columns: readonly Column[];
    row(state: State, blueprint: RunBlueprint): Row;
    /** One line that explains the columns. */
    readonly note: string;
    /** Explains the row of a run that stands alone. The row may have cells for this that no column shows. @default only the columns are explained */
    explain?(row: Row): string | undefined;
    /** Sentences on what the rows do not show, beneath the table of a batch and of `report`. @default none */
    readonly remarks?: ((runs: readonly { readonly runId: string; readonly row: Row }[]) => readonly string[]) | undefined;
  };
  /** Further tables over any number of runs, for `report`. */
  tables(runs: readonly ReportedRun<State>[]): readonly Table[];
  /** Settings that `fork --set` may change. @default none: forks draw other futures, and may have edited replies */
  readonly edits?: RunEdits<State>;
  /** How one run is told to people. @default `show --story` is refused */
  readonly story?: RunStory;
  /**
   * Whether somebody plays at the terminal of this process: progress would draw over their lines, so none is shown.
   * @default nobody does
   */
  usesTerminal?(blueprint: RunBlueprint): boolean;
  /** A line about a run under way, for live progress; called once for each run. */
  liveLine?(blueprint: RunBlueprint): LiveLine;
  /**
   * Writes what belongs beside the journal of a run under way. Called when a step has ended and all of it can be read
   * from the store; the run does not wait. Calls come one at a time over all runs of a command. If a run ends
   * another step before its call was made, one call covers both, so work may take as long as reading a journal takes.
   * An error that it throws is reported in one line, once for each run, and changes nothing else.
   */
  onStep?(run: RunOnRecord): Promise<void>;
  /**
   * The same when a run has ended, was stopped or has failed: its journal is closed, and an `onStep` that had not begun is
   * left out. Called too for runs that had ended before (`history` is `finished-before`), so that files which a crash
   * kept from being written can be made up for; leave those that are there. The command ends when all calls have.
   */
  afterRun?(run: RunOnRecord & Pick<BatchedRun<Row>, 'status' | 'history'>): Promise<void>;
}

/** How one run is told to people, as it happens or from its record. */
export interface RunStory {
  /** Tells facts on stdout as they come in, and flushes what it holds back when the run has ended. */
  display(io: ConsoleIo, blueprint: RunBlueprint): RunDisplay;
  /** Whether the story itself begins with the title of the run. @default false */
  readonly isTitled?: boolean;
  /** Reorders facts for telling: a fact recorded late is moved to the moment it describes. @default the order of the record */
  inOrder?(facts: readonly EntryOf<'fact-recorded'>[]): readonly EntryOf<'fact-recorded'>[];
  /**
   * Step that a fact tells of, where `inOrder` moves it to an earlier one; so a fork tells it with what it inherited.
   * @default the step in which it was recorded
   */
  stepOf?(fact: RecordedFact): string | undefined;
  /** The beginning of the paths of those calls whose replies a fact was made from; undefined where that cannot be said. */
  callsBehind?(fact: RecordedFact): string | undefined;
}

/** A run as its files are written. */
export interface RunOnRecord {
  readonly runId: string;
  readonly header: RunHeader;
  readonly store: Pick<JournalStore, 'read'>;
  /** The run's own folder, the one that `journal.jsonl` is in; absolute. */
  readonly folder: string;
  /** The cost of a call, by the prices of the command's configuration. */
  readonly costOf: CostOf;
  /** The folder of runs from where the command was given, for `--runs-dir`; `null` where commands look there by themselves. */
  readonly runsDir: string | null;
}

export interface LiveLine {
  onFact(fact: RecordedFact): void;
  /** At most about `width` columns; longer ones are cut. */
  text(width: number): string;
}
