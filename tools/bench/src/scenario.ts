import type { RelationshipSettings } from '@entente/relationship';
import type { GamesScenario } from './seed-experiment/game-scenario.js';

/** Task of one measuring process. */
export type Scenario = CouplesScenario | PromptsScenario | ReplayScenario | CallCostScenario | DiplomacyScenario | GamesScenario;

/** Settings of the couples that differ from the defaults. */
export type ChangedSettings = Partial<RelationshipSettings>;

/** Couples, each with a seed of its own, carried out together against the provider. */
export interface CouplesScenario {
  readonly kind: 'couples';
  readonly providerUrl: string;
  readonly couples: number;
  readonly schedule: 'concurrent' | 'sequential';
  readonly settings: ChangedSettings;
  readonly durability: 'answer' | 'process';
  /** Runs in flight at most. */
  readonly maxRuns: number;
  readonly seed: string;
}

/** One couple of many scenes, for the size of its prompts and what a provider finds of them in its cache. */
export interface PromptsScenario {
  readonly kind: 'prompts';
  readonly providerUrl: string;
  readonly settings: ChangedSettings;
  readonly seed: string;
}

/** One couple is recorded, then replayed without a network as often as told. */
export interface ReplayScenario {
  readonly kind: 'replay';
  readonly providerUrl: string;
  readonly replays: number;
}

/** The same requests through four stacks, each measured for CPU time. */
export interface CallCostScenario {
  readonly kind: 'call-cost';
  readonly providerUrl: string;
  readonly rounds: number;
}

/** Movement phases are judged and their legal orders listed, and games of random orders played. */
export interface DiplomacyScenario {
  readonly kind: 'diplomacy';
  /** Real positions with orders, a line each, zipped; `null` to play some first. */
  readonly positionsFile: string | null;
  readonly rounds: number;
  readonly games: number;
}

export interface CouplesResult {
  readonly couples: number;
  /** Scenes played by a couple, on average; fewer than asked for where couples break up. */
  readonly scenes: number;
  readonly failed: number;
  readonly wallMs: number;
  readonly calls: number;
  readonly cpuMs: number;
  /** Resident memory at its peak less that before the first run, in MB, by run. */
  readonly memoryMbPerRun: number;
  readonly loopDelayP99Ms: number;
  /** Of the run with the longest critical path. */
  readonly criticalPathMs: number;
  readonly levels: number;
  readonly sequentialMs: number;
  /** Calls under way at once on the provider's side, at most. */
  readonly peakConnections: number;
  /** By prompt: calls, provider time one after another, and what of it lies on the longest chain; means a run. */
  readonly byPrompt: readonly PromptRow[];
}

export interface PromptRow {
  readonly package: string;
  readonly prompt: string;
  readonly calls: number;
  readonly sequentialMs: number;
  readonly onCriticalPathMs: number;
}

export interface PromptsResult {
  readonly scenes: number;
  readonly calls: number;
  /** Input tokens by scene, as the provider counts them; judgements count to the scene that they run beside. */
  readonly tokensByScene: readonly number[];
  readonly largest: { readonly prompt: string; readonly tokens: number };
  readonly readers: readonly ReaderRow[];
}

/** Everybody who reads prompts of one beginning: the partners, the director, the judge. */
export interface ReaderRow {
  readonly reader: string;
  readonly calls: number;
  readonly tokensPerCall: number;
  readonly largestTokens: number;
  /** Share of a prompt that repeats, byte for byte, the beginning of the same reader's prompt before it in the scene; 0 to 1. */
  readonly sameWithinScene: number;
  /** The same over the whole run, first prompts of scenes included. */
  readonly sameAsBefore: number;
  /** Share of the input tokens that the provider read from its cache. */
  readonly cacheReads: number;
}

export interface ReplayResult {
  readonly calls: number;
  readonly wallMs: number;
}

export interface CallCostResult {
  readonly calls: number;
  /** Milliseconds of CPU a call: the vendor's SDK alone; with our client on it; with the journal; with every answer synced. */
  readonly bareSdkMs: number;
  readonly clientMs: number;
  readonly journalMs: number;
  readonly syncedMs: number;
}

export interface DiplomacyResult {
  readonly phases: number;
  /** Whether the phases are from games of random orders, not from real ones. */
  readonly arePlayed: boolean;
  /** Medians of the rounds. */
  readonly adjudicationsPerSecond: number;
  readonly legalOrdersPerSecond: number;
  readonly ordersPerPosition: number;
  /** A game of random orders to the end of 1910: the median. */
  readonly gameMs: number;
  readonly phasesPerGame: number;
}
