import type { z } from 'zod';

/** Value of a setting as in the file: any JSON value. */
export type SettingValue = string | number | boolean | null | readonly SettingValue[] | { readonly [name: string]: SettingValue };

export type Settings = Readonly<Record<string, SettingValue>>;

/** Rotation of seats: none; the n-th seed moves every model n seats on; every seed is played once in every rotation. */
export const ROTATIONS = ['none', 'over-seeds', 'every-seat'] as const;

/** Seating by model ids: either a test seat with its opponents, or all seats. */
export interface StudySeats {
  /** Model that is tested; `at` is its seat in the first rotation. */
  readonly testSeat?: string | undefined;
  readonly at?: string | undefined;
  /** One for all other seats, or each of them in order. */
  readonly opponents?: readonly string[] | undefined;
  /** One for all seats, or each of them in order. */
  readonly models?: readonly string[] | undefined;
  readonly rotate: (typeof ROTATIONS)[number];
}

/** One way to run: complete settings and seats. */
export interface StudyCondition {
  /** `press=none,maxYear=1902` of crossed factors; the name in the file of listed ones. */
  readonly name: string;
  /** Level by factor; empty for listed conditions. */
  readonly levels: Readonly<Record<string, string>>;
  readonly settings: Settings;
  readonly seats: StudySeats | null;
}

/** Limits of all runs together; the first one that is reached stops the study. */
export interface StudyBudget {
  readonly dollars?: number | undefined;
  readonly tokens?: number | undefined;
  readonly wallTimeMs?: number | undefined;
}

/** A study file after reading: every condition complete, every name checked. JSON-safe. */
export interface Study {
  readonly name: string;
  readonly program: string;
  readonly description?: string | undefined;
  readonly conditions: readonly StudyCondition[];
  readonly seeds: readonly string[];
  /** Whether conditions share their seeds, so that runs can be compared pair by pair. */
  readonly pairedSeeds: boolean;
  /** Number of times that each run is made. Replicates differ in the answers of models alone. */
  readonly replicates: number;
  readonly budget: StudyBudget;
  /** Pairs of conditions, or of levels as `factor=level`, that a report compares. */
  readonly compare: readonly (readonly [a: string, b: string])[];
  readonly measures: readonly string[];
}

/** Everything that a study file may set for an app, so that a misspelt setting is found before anything runs. */
export interface StudyProgram {
  /** Name in study files: `diplomacy`, `relationship`. */
  readonly name: string;
  /** Schema of every setting. */
  readonly settings: Readonly<Record<string, z.ZodType>>;
  /** Names of the seats in order; empty if runs have none. */
  readonly seats: readonly string[];
  /** Measures that its reports have of a run. */
  readonly measures: readonly string[];
}
