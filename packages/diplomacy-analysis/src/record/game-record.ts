import {
  type AgentInitialized,
  type AgentUpdated,
  applyGameFact,
  type DiaryConsolidated,
  type DiaryWritten,
  type GameFact,
  type GameSpec,
  type GameState,
  initialGameState,
  readCallPlace,
  readGameSpec,
} from '@entente/diplomacy-game/state';
import {
  type EntryOf,
  isWorkDeferred,
  JournalCorruptError,
  type JournalEntry,
  measureRun,
  type RecordedFact,
  type RunMeasures,
} from '@entente/simulation-core/journal';
import { type CallOutcomes, OutcomesFold } from './call-outcomes.js';
import { LineOfHistory } from './line-of-history.js';

/** A change of a power's diary, goals or relationships. */
export type AgentEvent = AgentInitialized | AgentUpdated | DiaryWritten;

/** A journal read as a game: everything that files are made of but the texts of prompts and replies. */
export interface GameRecord {
  readonly header: EntryOf<'run-started'>;
  readonly spec: GameSpec;
  /** Fold of all facts, those of an open step included. */
  readonly state: GameState;
  /** Game that a fork inherited, edits included; the empty game in a run that is no fork. */
  readonly takenOver: GameState;
  /** By power and in the order of the record. */
  readonly events: readonly AgentEvent[];
  /** Consolidations, each with the number of phases played before it. */
  readonly consolidations: readonly (DiaryConsolidated & { readonly afterPhases: number })[];
  readonly outcomes: CallOutcomes;
  /** When each step began, in milliseconds since 1970. */
  readonly begunAt: ReadonlyMap<string, number>;
  /** When each step ended. */
  readonly endedAt: ReadonlyMap<string, number>;
  /** Whether the run has come to its end. */
  readonly ended: boolean;
  /** Reason of the last stop, if the run was not resumed since. */
  readonly interruption: EntryOf<'run-interrupted'> | null;
  /** Number of resumptions. */
  readonly resumed: number;
  readonly measures: RunMeasures;
  /** Number of entries that were read; a journal that is being written grows. */
  readonly entries: number;
}

/**
 * Reads a journal once, from its first to its last entry; a run under way is read as far as it got.
 * @throws GameSpecError where the run is no game of lm-game; JournalCorruptError
 */
export async function readGameRecord(
  runId: string,
  entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>,
): Promise<GameRecord> {
  let reading: Reading | undefined;
  async function* readAlong(): AsyncGenerator<JournalEntry> {
    for await (const entry of entries) {
      if (reading) reading.add(entry);
      else if (entry.type === 'run-started') reading = new Reading(entry);
      else throw new JournalCorruptError(runId, 1, 'the first entry is not run-started');
      yield entry;
    }
  }
  const measures = await measureRun(readAlong());
  if (!reading) throw new JournalCorruptError(runId, 1, 'the journal is empty');
  return reading.result(measures);
}

class Reading {
  readonly #header: EntryOf<'run-started'>;
  readonly #spec: GameSpec;
  readonly #outcomes = new OutcomesFold();
  readonly #facts: RecordedFact[] = [];
  #openFacts: RecordedFact[] = [];
  #factsTakenOver = 0;
  readonly #line = new LineOfHistory();
  readonly #begunAt = new Map<string, number>();
  readonly #endedAt = new Map<string, number>();
  #ended = false;
  #interruption: EntryOf<'run-interrupted'> | null = null;
  #resumed = 0;
  #entries = 1;

  constructor(header: EntryOf<'run-started'>) {
    this.#header = header;
    this.#spec = readGameSpec(header);
  }

  add(entry: JournalEntry): void {
    this.#entries++;
    this.#line.add(entry, this.#entries);
    switch (entry.type) {
      case 'step-started':
        if (!this.#begunAt.has(entry.step)) this.#begunAt.set(entry.step, entry.at);
        break;
      case 'fact-recorded':
        if (!isWorkDeferred(entry.fact)) this.#openFacts.push(entry.fact);
        break;
      case 'answer-recorded':
        this.#outcomes.answered(entry, readCallPlace(entry.path), this.#entries);
        break;
      case 'call-failed':
        this.#outcomes.failed(entry, readCallPlace(entry.path));
        break;
      case 'step-ended':
        this.#endedAt.set(entry.step, entry.at);
        this.#commit();
        break;
      case 'run-forked':
        this.#commit();
        this.#factsTakenOver = this.#facts.length;
        break;
      case 'step-reasked':
        // Facts of a step that is asked again are no part of the game.
        this.#openFacts = [];
        break;
      case 'run-resumed':
        this.#resumed++;
        this.#interruption = null;
        break;
      case 'run-interrupted':
        this.#interruption = entry;
        break;
      case 'run-ended':
        this.#commit();
        this.#ended = true;
        break;
      default:
        break;
    }
  }

  result(measures: RunMeasures): GameRecord {
    const events: AgentEvent[] = [];
    const consolidations: GameRecord['consolidations'][number][] = [];
    let state = initialGameState;
    let takenOver = initialGameState;
    this.#outcomes.settle(this.#line);
    const facts = [...this.#facts, ...this.#openFacts] as unknown as readonly GameFact[];
    for (const [at, fact] of facts.entries()) {
      this.#outcomes.fact(fact, state);
      for (const part of fact.type === 'phase-analyzed' ? fact.written : [fact]) {
        if (part.type === 'agent-initialized' || part.type === 'agent-updated' || part.type === 'diary-written')
          events.push(part);
        if (part.type === 'diary-consolidated') consolidations.push({ ...part, afterPhases: state.history.length });
      }
      state = applyGameFact(state, fact);
      if (at + 1 === this.#factsTakenOver) takenOver = state;
    }
    return {
      header: this.#header,
      spec: this.#spec,
      state,
      takenOver,
      events,
      consolidations,
      outcomes: this.#outcomes,
      begunAt: this.#begunAt,
      endedAt: this.#endedAt,
      ended: this.#ended,
      interruption: this.#interruption,
      resumed: this.#resumed,
      measures,
      entries: this.#entries,
    };
  }

  #commit(): void {
    this.#facts.push(...this.#openFacts);
    this.#openFacts = [];
  }
}
