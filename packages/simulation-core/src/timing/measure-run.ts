import type { EntryOf, JournalEntry } from '../journal/entry.js';
import { modelKey } from '../journal/run-totals.js';
import { deferredPath, scopePath, stepOfCall } from '../scope/call-path.js';
import { addCallGroups, type CallGroup, callGroupOf, NO_CALLS } from './call-group.js';
import { type ChainedCall, LineClock } from './line-clock.js';
import { WorkedTime } from './worked-time.js';

export interface RunMeasures {
  readonly calls: number;
  /** Duration of the run done one call at a time: the sum of the models' times for all calls, in milliseconds. */
  readonly sequentialMs: number;
  /** Sum of the delays that this process caused by being busy, in milliseconds; part of the wall clock time alone. */
  readonly ownDelayMs: number;
  /** Number of calls without their own delay on record, as in old journals; their whole latency counts as the model's time. */
  readonly delayUnknown: number;
  /** Wall clock time over all sessions, without the pauses between them. A killed session counts up to its last entry. */
  readonly wallMs: number;
  /** Number of times that the clock was set within a session, as far as can be seen. The jumps are no part of `wallMs`. */
  readonly clockSteps: number;
  /** Longest chain of calls that had to wait for one another, in milliseconds; no concurrency can beat it. */
  readonly criticalPathMs: number;
  /** Longest chain with every call counted as 1. */
  readonly levels: number;
  /** Wall time divided by critical path; 1 is perfect. */
  readonly wallOverCriticalPath: number;
  /** Call paths along the longest chain, first to last. */
  readonly criticalPath: readonly string[];
  /** Models' time on the longest chain, in milliseconds by prompt name. */
  readonly criticalPathByLabel: Readonly<Record<string, number>>;
  readonly byLabel: Readonly<Record<string, CallGroup>>;
  readonly byModel: Readonly<Record<string, CallGroup>>;
  readonly byStep: Readonly<Record<string, CallGroup>>;
}

/**
 * Measures a run from its journal. Sequences add up, parallel branches take the maximum, and deferred and later work counts from
 * its join. A fork is measured from the fork on.
 */
export async function measureRun(entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>): Promise<RunMeasures> {
  const measuring = new RunMeasuring();
  for await (const entry of entries) measuring.add(entry);
  return measuring.result();
}

type Answered = EntryOf<'answer-recorded'> | EntryOf<'embeddings-recorded'>;

/** Measures entry by entry, for a run that goes on. Holds the calls of the longest chains, and sums of all others. */
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

  /** Measures of all entries so far. */
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
