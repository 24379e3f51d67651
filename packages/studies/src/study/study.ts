/** A setting as it stands in the file: whatever JSON can say. */
export type SettingValue = string | number | boolean | null | readonly SettingValue[] | { readonly [name: string]: SettingValue };

export type Settings = Readonly<Record<string, SettingValue>>;

/** How seats change hands: not at all; the n-th seed moves everybody n seats on; every seed is played once in every rotation. */
export const ROTATIONS = ['none', 'over-seeds', 'every-seat'] as const;

/** Who sits where, as model ids. Either a test seat with its opponents, or everybody. */
export interface StudySeats {
  /** The model that is tested, and where it sits in the first rotation. */
  readonly testSeat?: string;
  readonly at?: string;
  /** One for all other seats, or each of them in order. */
  readonly opponents?: readonly string[];
  /** One for all seats, or each of them in order. */
  readonly models?: readonly string[];
  readonly rotate: (typeof ROTATIONS)[number];
}

/** One way to run: what it changes in the study's settings and seats. */
export interface StudyCondition {
  /** `press=none,maxYear=1902` of crossed factors; the name in the file of listed ones. */
  readonly name: string;
  /** Level by factor; empty for listed conditions. */
  readonly levels: Readonly<Record<string, string>>;
  readonly settings: Settings;
  readonly seats: StudySeats | null;
}

/** When to stop, all runs together; whichever comes first. */
export interface StudyBudget {
  readonly dollars?: number;
  readonly tokens?: number;
  readonly wallTimeMs?: number;
}

/** A study file, understood: every condition complete, every name checked. JSON-safe. */
export interface Study {
  readonly name: string;
  readonly program: string;
  readonly description?: string;
  readonly conditions: readonly StudyCondition[];
  readonly seeds: readonly string[];
  /** Whether conditions share their seeds, so that runs can be compared pair by pair. */
  readonly pairedSeeds: boolean;
  /** How often each run is made; replicates differ in nothing but what models say. */
  readonly replicates: number;
  readonly budget: StudyBudget;
  /** Pairs of conditions, or of levels as `factor=level`, that a report compares. */
  readonly compare: readonly (readonly [a: string, b: string])[];
  readonly measures: readonly string[];
}
