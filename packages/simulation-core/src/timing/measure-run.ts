import { addUsage, NO_USAGE, type Usage } from '@entente/llm-clients/contract';
import type { EntryOf, JournalEntry } from '../journal/entry.js';
import { modelKey } from '../journal/run-totals.js';
import { LineClock, type Moment } from './line-clock.js';

/** Calls, tokens and provider time that belong together (to a prompt, a model, a step). */
export interface CallGroup {
  readonly calls: number;
  readonly usage: Usage;
  /** Sum of the winning attempts' provider times. */
  readonly sequentialMs: number;
  /** HTTP requests beyond the winning one of each call. */
  readonly extraAttempts: number;
}

export interface RunMeasures {
  readonly calls: number;
  /** The run done one call at a time: the sum of all provider times, in milliseconds. */
  readonly sequentialMs: number;
  /** From start to stop on the clock, over all sessions; undefined while a session has no recorded end. */
  readonly wallMs: number;
  /** The longest chain of calls that had to wait for one another; what no amount of concurrency can beat. */
  readonly criticalPathMs: number;
  /** The same with every call counted as 1. */
  readonly levels: number;
  /** Wall time over critical path: 1 is perfect. */
  readonly wallOverCriticalPath: number;
  /** Call paths along the longest chain, first to last. */
  readonly criticalPath: readonly string[];
  /** Provider time on the longest chain, in milliseconds by prompt name. */
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
  const measuring = new Measuring();
  for await (const entry of entries) measuring.add(entry);
  return measuring.result();
}

type Answered = EntryOf<'answer-recorded'> | EntryOf<'embeddings-recorded'>;

class Measuring {
  #clock = new LineClock();
  #groups = { label: new Map<string, CallGroup>(), model: new Map<string, CallGroup>(), step: new Map<string, CallGroup>() };
  readonly #calls = new Map<string, { readonly label: string; readonly ms: number }>();
  #sessionStart: number | undefined;
  #lastInstant = 0;
  #wallMs = 0;

  add(entry: JournalEntry): void {
    if ('at' in entry) this.#lastInstant = entry.at;
    switch (entry.type) {
      case 'run-started':
        this.#sessionStart = entry.at;
        break;
      case 'run-resumed':
        this.#wallMs += this.#session(this.#lastKnown);
        this.#sessionStart = entry.at;
        break;
      case 'run-interrupted':
      case 'run-ended':
        this.#wallMs += this.#session(entry.at);
        this.#sessionStart = undefined;
        break;
      case 'run-forked':
        this.#clock = new LineClock();
        this.#groups = { label: new Map(), model: new Map(), step: new Map() };
        this.#wallMs = 0;
        this.#sessionStart = undefined;
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
        this.#clock.startBeside(`${entry.path}/${entry.name}`, entry.path);
        break;
      case 'later-joined':
        this.#clock.join(`${entry.path}/${entry.name}`, entry.path);
        break;
      case 'fact-recorded':
        if (entry.fact.type === 'work-deferred' && typeof entry.fact['key'] === 'string') {
          this.#clock.startBeside(`deferred/${entry.fact['key']}`, entry.step);
        }
        break;
      case 'work-joined':
        this.#clock.joinWork(`deferred/${entry.key}`);
        break;
      default:
        break;
    }
    if ('at' in entry) this.#lastKnown = entry.at;
  }

  /** The last instant before the present entry: where a killed session was last seen. */
  #lastKnown = 0;

  result(): RunMeasures {
    const end: Moment = this.#clock.end();
    const wallMs = this.#wallMs + this.#session(this.#lastInstant);
    const all = [...this.#groups.model.values()];
    return {
      calls: all.reduce((sum, group) => sum + group.calls, 0),
      sequentialMs: all.reduce((sum, group) => sum + group.sequentialMs, 0),
      wallMs,
      criticalPathMs: end.ms,
      levels: this.#clock.levels(),
      wallOverCriticalPath: end.ms > 0 ? wallMs / end.ms : 1,
      criticalPath: end.path(),
      criticalPathByLabel: this.#byLabel(end.path()),
      byLabel: Object.fromEntries(this.#groups.label),
      byModel: Object.fromEntries(this.#groups.model),
      byStep: Object.fromEntries(this.#groups.step),
    };
  }

  #byLabel(path: readonly string[]): Record<string, number> {
    const times: Record<string, number> = {};
    for (const call of path) {
      const { label, ms } = this.#calls.get(call) ?? { label: 'unlabelled', ms: 0 };
      times[label] = (times[label] ?? 0) + ms;
    }
    return times;
  }

  #session(until: number): number {
    return this.#sessionStart === undefined ? 0 : until - this.#sessionStart;
  }

  #addCall(entry: Answered): void {
    const { latencyMs, usage, attempts } = entry.type === 'answer-recorded' ? entry.result : entry;
    const label = entry.type === 'answer-recorded' ? (entry.label?.name ?? 'unlabelled') : 'embedding';
    const step = entry.path.startsWith('deferred/') ? 'deferred' : entry.path.split(/[/#]/, 1)[0]!;
    const call: CallGroup = { calls: 1, usage, sequentialMs: latencyMs, extraAttempts: Math.max(0, attempts.length - 1) };
    addTo(this.#groups.label, label, call);
    addTo(this.#groups.model, modelKey(entry.model), call);
    addTo(this.#groups.step, step, call);
    this.#calls.set(entry.path, { label, ms: latencyMs });
    this.#clock.call(entry.path, latencyMs);
  }
}

function addTo(groups: Map<string, CallGroup>, key: string, call: CallGroup): void {
  const group = groups.get(key) ?? { calls: 0, usage: NO_USAGE, sequentialMs: 0, extraAttempts: 0 };
  groups.set(key, {
    calls: group.calls + call.calls,
    usage: addUsage(group.usage, call.usage),
    sequentialMs: group.sequentialMs + call.sequentialMs,
    extraAttempts: group.extraAttempts + call.extraAttempts,
  });
}
