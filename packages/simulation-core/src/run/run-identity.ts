import { OtherRunError } from '../errors/run-errors.js';
import { canonicalJson, type Json } from '../hash/canonical-json.js';
import { digest } from '../hash/digest.js';
import type { RunSummary } from '../journal/run-summary.js';

/** All that decides what a run becomes, apart from what models say. */
export interface RunDescription {
  /** Program kind. */
  readonly program: string;
  /**
   * Models (provider, model, base URL), personas, prompts and scenarios by content, settings; enough for the app to
   * build the program again. Not: keys, limits, budgets, concurrency, labels.
   */
  readonly spec: Json;
  readonly seed: string;
  /** Counts deliberate repetitions of the same description. */
  readonly replicate: number;
}

/** Equal descriptions have equal identities; so the same command finds its own runs again. */
export function runIdentity(description: RunDescription): string {
  const { program, spec, seed, replicate } = description;
  return digest(canonicalJson([program, spec, seed, replicate]));
}

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
