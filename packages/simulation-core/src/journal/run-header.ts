import type { EntryOf } from './entry.js';

/** First entry of a journal: what is run, with which models, settings and seed. */
export type RunHeader = EntryOf<'run-started'>;

/** Parts of a header that are enough to build the run's program. */
export type RunBlueprint = Pick<RunHeader, 'spec' | 'seed' | 'labels'>;

/** A run as reports read it: its header, and the state its facts fold to. */
export interface ReportedRun<State> {
  readonly runId: string;
  readonly header: RunHeader;
  readonly state: State;
}
