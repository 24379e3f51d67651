import type { CarriedOut } from './carry-out.js';

/** Times of runs, in milliseconds. */
export interface TimesOfWork {
  /** The calls one after another: the sum of the times the model took. */
  readonly sequentialMs: number;
  readonly wallMs: number;
}

/**
 * How many times longer one call at a time would have taken; `null` where nothing was gained: calls that went one at a time take as long
 * as they take, what comes on top is our own work and no loss of speed, and offline calls may take no time at all.
 */
export function speedUp({ sequentialMs, wallMs }: TimesOfWork): number | null {
  return wallMs > 0 && sequentialMs > wallMs ? sequentialMs / wallMs : null;
}

/** Wall time beyond that of the calls one after another, in milliseconds; `null` where calls took no time, or there is a speed-up. */
export function ownOverheadMs({ sequentialMs, wallMs }: TimesOfWork): number | null {
  return sequentialMs > 0 && sequentialMs <= wallMs ? wallMs - sequentialMs : null;
}

/** Busy share from which a process counts as full: further runs at once gain nothing. */
const FULL_SHARE = 0.9;

/** A process that had no time left for further runs. */
export interface FullProcess {
  readonly busyShare: number;
  /** Number of runs at once that fill this process: those under way if each had taken no longer than its critical path. */
  readonly runsThatFillIt: number;
}

/** Whether this process had more runs at once than it has time for; undefined where it had not, or had one run only. */
export function fullProcess({ busyShare, wallMs, completed, times }: CarriedOut): FullProcess | undefined {
  const played = completed.filter(({ history }) => history === 'new');
  if (busyShare === null || busyShare < FULL_SHARE || played.length < 2 || wallMs <= 0) return undefined;
  const chainsMs = played.reduce((sum, { runId }) => sum + (times.get(runId)?.criticalPathMs ?? 0), 0);
  return { busyShare, runsThatFillIt: Math.max(1, Math.round(chainsMs / wallMs)) };
}

/** One sentence for people. */
export function describeFullProcess({ busyShare, runsThatFillIt }: FullProcess): string {
  const runs = runsThatFillIt === 1 ? '1 run' : `${runsThatFillIt} runs`;
  return `This process was busy ${Math.floor(busyShare * 100)} % of the time: doing more than ${runs} at once gains nothing here.`;
}
