import { readCallPlace } from '@entente/diplomacy-game/state';
import {
  addCallGroups,
  type CallGroup,
  callGroupOf,
  type JournalEntry,
  measureRun,
  NO_CALLS,
  stepOfCall,
  WorkedTime,
} from '@entente/simulation-core/journal';

/** Returns the cost of an answer in dollars; `null` where the price is unknown. */
export type CostOf = (model: { readonly provider: string; readonly modelId: string }, usage: CallGroup['usage']) => number | null;

/** Calls, time and cost of one part of a game: the setup, a phase, or a kind of deferred work. */
export interface PhaseMeasures extends CallGroup {
  /** `setup`, a phase such as `S1901M`, or a kind of deferred work: `analysis`, `consolidation`, `summary`. */
  readonly part: string;
  readonly deferred: boolean;
  /**
   * From its start to its end on the clock, in milliseconds, without the pauses between a stop and a resumption and without steps of the
   * clock (see `WorkedTime`); `null` for deferred work, and while it goes on.
   */
  readonly wallMs: number | null;
  /**
   * Its share of the longest chain of calls that had to wait for one another, in milliseconds of the model's time; `null` where no call of the
   * game took any time, so that no chain is longer than another.
   */
  readonly criticalPathMs: number | null;
  /** Number of calls of that chain. */
  readonly levels: number | null;
  /** Dollars; `null` where a price is unknown. */
  readonly costUsd: number | null;
  /** Calls that got no answer, not part of `calls`. */
  readonly failedCalls: number;
}

/** Measures a game part by part, in the order of play, deferred work last. A fork is measured from the fork on. */
export async function measurePhases(entries: readonly JournalEntry[], costOf: CostOf): Promise<readonly PhaseMeasures[]> {
  const { criticalPath } = await measureRun(entries);
  const parts = new Map<string, PhaseMeasures>();
  const starts = new Map<string, number>();
  const modelMs = new Map<string, number>();
  const worked = new WorkedTime();
  const change = (part: string, more: (before: PhaseMeasures) => Partial<PhaseMeasures>): void => {
    const before = parts.get(part) ?? { ...NOTHING_YET, part, deferred: !/^(setup|[SFW]\d+[MRA])$/.test(part) };
    parts.set(part, { ...before, ...more(before) });
  };
  for (const entry of entries) {
    worked.add(entry);
    switch (entry.type) {
      case 'run-forked':
        // The parent played, and paid for, everything before the fork.
        parts.clear();
        starts.clear();
        break;
      case 'step-started':
        starts.set(entry.step, starts.get(entry.step) ?? worked.ms);
        change(entry.step, () => ({}));
        break;
      case 'step-ended':
        change(entry.step, () => ({ wallMs: worked.ms - (starts.get(entry.step) ?? worked.ms) }));
        break;
      case 'call-failed':
        change(partOf(entry.path), ({ failedCalls }) => ({ failedCalls: failedCalls + 1 }));
        break;
      case 'answer-recorded': {
        if (entry.inherited) break;
        const call = callGroupOf(entry);
        modelMs.set(entry.path, call.sequentialMs);
        change(partOf(entry.path), (before) => ({
          ...addCallGroups(before, call),
          costUsd: addDollars(before.costUsd, costOf(entry.model, call.usage)),
        }));
        break;
      }
      default:
        break;
    }
  }
  for (const path of criticalPath) {
    change(partOf(path), (before) => ({
      criticalPathMs: (before.criticalPathMs ?? 0) + (modelMs.get(path) ?? 0),
      levels: (before.levels ?? 0) + 1,
    }));
  }
  const isTimed = criticalPath.length > 0;
  const all = [...parts.values()].map((part) => (isTimed ? part : { ...part, criticalPathMs: null, levels: null }));
  return [...all.filter(({ deferred }) => !deferred), ...all.filter(({ deferred }) => deferred)];
}

const NOTHING_YET: Omit<PhaseMeasures, 'part' | 'deferred'> = {
  ...NO_CALLS,
  wallMs: null,
  criticalPathMs: 0,
  levels: 0,
  costUsd: 0,
  failedCalls: 0,
};

/** Returns the part of a game that a call belongs to: `S1901M/orders/FRANCE#0` to its phase, `deferred/S1901M/analysis/FRANCE/diary#0` to `analysis`. */
function partOf(path: string): string {
  return readCallPlace(path)?.work?.kind ?? stepOfCall(path);
}

const addDollars = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
