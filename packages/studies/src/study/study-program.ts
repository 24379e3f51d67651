import type { z } from 'zod';

/** What an app's runs can be given in a study file, so that a misspelt setting is found before anything is run. */
export interface StudyProgram {
  /** As the file names it: `diplomacy`, `relationship`. */
  readonly name: string;
  /** Every setting with what may be written for it. */
  readonly settings: Readonly<Record<string, z.ZodType>>;
  /** Names of the seats in their order; empty where runs have none. */
  readonly seats: readonly string[];
  /** What its reports measure of a run. */
  readonly measures: readonly string[];
}
