import { OtherRunError } from '../errors/run-errors.js';
import { canonicalJson, type Json } from '../hash/canonical-json.js';
import { digest } from '../hash/digest.js';
import type { RunSummary } from '../journal/run-summary.js';

/** Everything that decides the course of a run, apart from the answers of models. */
export interface RunDescription {
  /** Program kind. */
  readonly program: string;
  /**
   * Models (provider, model, base URL), the content of prompts and of whatever is simulated, and settings: enough for the app to
   * build the program again. Not: keys, limits, budgets, concurrency, labels.
   */
  readonly spec: Json;
  readonly seed: string;
  /** Number of the repetition, for deliberate repetitions of the same description. */
  readonly replicate: number;
}

/** Digest of a description. Equal descriptions have equal identities, so the same command finds its own runs again. */
export function runIdentity(description: RunDescription): string {
  const { program, spec, seed, replicate } = description;
  return digest(canonicalJson([program, spec, seed, replicate]));
}

/**
 * Checks that a run on record is the one that is asked for.
 * @throws OtherRunError if they are not the same, so that no other run is resumed or reported by mistake
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
