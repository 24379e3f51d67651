import type { EntryOf, JournalEntry } from '../journal/entry.js';
import { modelKey } from '../journal/run-totals.js';
import { deferredPath, scopePath, stepOfCall } from '../scope/call-path.js';
import { addCallGroups, type CallGroup, callGroupOf, NO_CALLS } from './call-group.js';
import { type ChainedCall, LineClock } from './line-clock.js';
import { WorkedTime } from './worked-time.js';

export interface RunMeasures {
  readonly calls: number;
  /** The run done one call at a time: the sum of the times the model took for each call, in milliseconds. */
  readonly sequentialMs: number;
  /** Sum over calls of what the process itself has caused of their latencies, being busy, in milliseconds; no part of any other time but the wall clock. */
  readonly ownDelayMs: number;
  /** Calls whose own delay is not on record, as in old journals: their whole latency counts as the model's time. */
  readonly delayUnknown: number;
  /** From start to stop on the clock, over all sessions, without the pauses between them; of a killed session up to its last entry. */
  readonly wallMs: number;
  /** How often the clock was moved within a session, as far as that shows; what it was moved by is no part of `wallMs`. */
  readonly clockSteps: number;
  /** The longest chain of calls that had to wait for one another; what no amount of concurrency can beat. */
  readonly criticalPathMs: number;
  /** The same with every call counted as 1. */
  readonly levels: number;
  /** Wall time over critical path: 1 is perfect. */
  readonly wallOverCriticalPath: number;
  /** Call paths along the longest chain, first to last. */
  readonly criticalPath: readonly string[];
  /** The model's time on the longest chain, in milliseconds by prompt name. */
  readonly criticalPathByLabel: Readonly<Record<string, number>>;
  readonly byLabel: Readonly<Record<string, CallGroup>>;
  readonly byModel: Readonly<Record<string, CallGroup>>;
  readonly byStep: Readonly<Record<string, CallGroup>>;
}

/**
 * Measures a run from its journal. Sequences add, parallel branches take the maximum, deferred and later work counts
 * from its join. A fork is measured from the fork on.
 */
export async function measureRun(entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>): Promise<RunMeasures> {
  const measuring = new RunMeasuring();
  for await (const entry of entries) measuring.add(entry);
  return measuring.result();
}

type Answered = EntryOf<'answer-recorded'> | EntryOf<'embeddings-recorded'>;

/** `measureRun` entry by entry, for a run that goes on; holds the calls of the longest chains, and sums of all others. */
export class RunMeasuring {
  #clock = new LineClock();
  #groups = { label: new Map<string, CallGroup>(), model: new Map<string, CallGroup>(), step: new Map<string, CallGroup>() };
  readonly #worked = new WorkedTime();

  add(entry: JournalEntry): void {
    this.#worked.add(entry);
    switch (entry.type) {
      case 'run-forked':
        this.#clock = new LineClock();
        this.#groups = { label: new Map(), model: new Map(), step: new Map() };
        break;
      case 'answer-recorded':
      case 'embeddings-recorded':
        if (!entry.inherited) this.#addCall(entry);
        break;
      case 'step-started':
        this.#clock.startStep(entry.step);
        break;
      case 'step-ended':
        this.#clock.endStep(entry.step);
        break;
      case 'branches-opened':
        this.#clock.openBranches(entry.path, entry.keys);
        break;
      case 'later-started':
        this.#clock.startBeside(scopePath(entry.path, entry.name), entry.path);
        break;
      case 'later-joined':
        this.#clock.join(scopePath(entry.path, entry.name), entry.path);
        break;
      case 'fact-recorded':
        if (entry.fact.type === 'work-deferred' && typeof entry.fact['key'] === 'string') {
          this.#clock.startBeside(deferredPath(entry.fact['key']), entry.step);
        }
        break;
      case 'work-joined':
        this.#clock.joinWork(deferredPath(entry.key));
        break;
      default:
        break;
    }
  }

  /** Of all entries so far. */
  result(): RunMeasures {
    const end = this.#clock.end();
    const chain = end.calls();
    const wallMs = this.#worked.ms;
    const { calls, sequentialMs, ownDelayMs, delayUnknown } = [...this.#groups.model.values()].reduce(addCallGroups, NO_CALLS);
    return {
      calls,
      sequentialMs,
      ownDelayMs,
      delayUnknown,
      wallMs,
      clockSteps: this.#worked.clockSteps,
      criticalPathMs: end.ms,
      levels: this.#clock.levels(),
      wallOverCriticalPath: end.ms > 0 ? wallMs / end.ms : 1,
      criticalPath: chain.map(({ path }) => path),
      criticalPathByLabel: byLabel(chain),
      byLabel: Object.fromEntries(this.#groups.label),
      byModel: Object.fromEntries(this.#groups.model),
      byStep: Object.fromEntries(this.#groups.step),
    };
  }

  #addCall(entry: Answered): void {
    const label = entry.type === 'answer-recorded' ? (entry.label?.name ?? 'unlabelled') : 'embedding';
    const call = callGroupOf(entry);
    addTo(this.#groups.label, label, call);
    addTo(this.#groups.model, modelKey(entry.model), call);
    addTo(this.#groups.step, stepOfCall(entry.path), call);
    this.#clock.call({ path: entry.path, label, ms: call.sequentialMs });
  }
}

function addTo(groups: Map<string, CallGroup>, key: string, call: CallGroup): void {
  groups.set(key, addCallGroups(groups.get(key) ?? NO_CALLS, call));
}

function byLabel(chain: readonly ChainedCall[]): Record<string, number> {
  const times: Record<string, number> = {};
  for (const { label, ms } of chain) times[label] = (times[label] ?? 0) + ms;
  return times;
}
