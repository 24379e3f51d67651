import type { JournalIndex, RunHeader } from '@entente/simulation-core/journal';
import { CallList } from './call-list.js';
import type { CostOf } from './cost-of.js';
import { FactsOfCalls } from './facts-of-calls.js';
import { RunTiming } from './timing/run-timing.js';

/** A journal that somebody looks at, with what was computed from it so far. Everything grows with the journal. */
export interface OpenRun {
  readonly index: JournalIndex;
  readonly header: RunHeader;
  readonly calls: CallList;
  readonly facts: FactsOfCalls;
  readonly timing: RunTiming;
}

/** Takes a journal up for reading. @throws Error for one that does not begin with its header */
export async function openRun(index: JournalIndex, costOf: CostOf): Promise<OpenRun> {
  const [header] = index.entries.length > 0 ? await index.read([0]) : [];
  if (header?.type !== 'run-started') throw new UnreadableRunError('Nothing is on record yet.');
  const calls = new CallList(index, (model, usage) => costOf(model, usage, header));
  return { index, header, calls, facts: new FactsOfCalls(index, header), timing: new RunTiming(index) };
}

/** A run that cannot be shown, with the reason in one line. */
export class UnreadableRunError extends Error {}
