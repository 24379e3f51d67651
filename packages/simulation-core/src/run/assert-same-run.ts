import { OtherRunError } from '../errors/run-errors.js';
import { canonicalJson } from '../hash/canonical-json.js';
import type { RunSummary } from '../journal/run-summary.js';
import type { RunDescription } from './run-identity.js';

/**
 * Holds a run on record against the description of the one that is asked for.
 * @throws OtherRunError where they are not the same, so that nobody goes on with, or reports, a run of something else
 */
export function assertSameRun(
  { runId, header }: Pick<RunSummary, 'runId' | 'header'>,
  program: string,
  { spec, seed, replicate }: Omit<RunDescription, 'program'>,
): void {
  if (header.program !== program) throw new OtherRunError(runId, `another program (${header.program}, not ${program})`);
  if (header.seed !== seed) throw new OtherRunError(runId, `another seed (${header.seed}, not ${seed})`);
  if (header.replicate !== replicate) throw new OtherRunError(runId, `another replicate (${header.replicate}, not ${replicate})`);
  if (canonicalJson(header.spec) !== canonicalJson(spec)) throw new OtherRunError(runId, 'other models, settings or prompts');
}
