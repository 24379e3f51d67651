import { type Clock, describeModel, type EmbeddingModel, nodeClock } from '@entente/llm-clients';
import {
  createMemoryStore,
  digest,
  type JournalStore,
  type Json,
  type Program,
  runBatch,
  type RunDescription,
  runIdentity,
  startRun,
} from '@entente/simulation-core';
import { nextSceneNumber, type PlayScene, sceneStep } from '../program/cast.js';
import { type CommitmentLog, commitmentLogOf } from '../outcome/commitment-log.js';
import type { RelationshipFact } from '../state/relationship-facts.js';
import { DEFAULT_RELATIONSHIP_SETTINGS, type RelationshipSettings } from '../state/relationship-settings.js';
import { initialRelationshipState, type RelationshipState } from '../state/relationship-state.js';
import type { SceneActor } from '../program/scene-actor.js';
import type { SceneDirector } from '../program/scene-director.js';
import { relationshipProgram } from '../program/relationship-program.js';

export const PACKAGE_VERSION = '0.1.0';

export interface SimulationOptions {
  readonly director: SceneDirector;
  /** The couple: the first is partner A, the second partner B. */
  readonly agents: readonly [SceneActor, SceneActor];
  /** What happens in a scene; `playScene` of `@entente/relationship-sim` unless you write your own. */
  readonly playScene: PlayScene;
  /**
   * Names the version of `playScene` in the run's identity; change it when the function comes to play scenes otherwise.
   * @default a digest of the function's source, which sees neither what it calls nor what it closes over
   */
  readonly playSceneVersion?: string;
  /** Finds memories by meaning; without one they are found by feeling alone. */
  readonly embeddingModel?: EmbeddingModel;
  /** Laid over `DEFAULT_RELATIONSHIP_SETTINGS`. */
  readonly settings?: Partial<RelationshipSettings>;
  /** Names the simulation in a batch, and begins its run's name in the store. @default 'simulation' */
  readonly id?: string;
  /** Everything random follows from it. @default '1' */
  readonly seed?: string;
  /** Where the journal goes; a run of the same identity that stands there is gone on with. @default memory */
  readonly store?: JournalStore;
  /** @default nodeClock */
  readonly clock?: Clock;
}

/** What may be said anew for each run. */
export interface RunAutoOptions {
  readonly interactionsPerScene?: number;
  readonly scenes?: number;
}

/** One couple's simulation over the two ports, for use in a few lines; `relationshipProgram` with `startRun` is the long form. */
export class Simulation {
  readonly id: string;
  readonly #options: SimulationOptions;

  constructor(options: SimulationOptions) {
    this.id = options.id ?? 'simulation';
    this.#options = options;
  }

  /**
   * Plays all scenes and returns the commitment of both partners after each.
   * @throws what interrupted or failed the run; with a store of your own, calling again goes on where it stopped
   */
  async runAuto(options: RunAutoOptions = {}): Promise<CommitmentLog> {
    const { store = createMemoryStore(), clock = nodeClock } = this.#options;
    const settings = this.#settings(options);
    const description = this.#description(settings);
    const runId = `${this.id}-${runIdentity({ ...description, program: 'relationship' }).slice(0, 8)}`;
    const plan = { runId, description, program: () => this.#program(settings) };
    const keep = commitmentLogOf;
    const result = await runBatch([plan], { store, clock, packageVersion: PACKAGE_VERSION, concurrency: { max: 1 }, keep });
    const [run] = [...result.completed, ...result.interrupted, ...result.failed];
    if (!run?.kept || run.status !== 'completed') throw toError(run?.error);
    return run.kept;
  }

  /**
   * Plays the next scene from a state and returns the state after it, its commitment scores included; nothing is kept.
   * Scene by scene gives what `runAuto` gives.
   */
  async runScene(state: RelationshipState = initialRelationshipState, options: RunAutoOptions = {}): Promise<RelationshipState> {
    const settings = this.#settings(options);
    const scene = nextSceneNumber(state);
    const whole = this.#program(settings);
    const program = {
      ...whole,
      initial: state,
      nextStep: (now: RelationshipState) => (nextSceneNumber(now) === scene ? sceneStep(scene) : undefined),
    };
    const outcome = await startRun(program, {
      store: createMemoryStore(),
      clock: this.#options.clock ?? nodeClock,
      packageVersion: PACKAGE_VERSION,
      runId: this.id,
      description: this.#description(settings),
    });
    if (outcome.status !== 'completed') throw toError(outcome.error);
    return outcome.state;
  }

  #program(settings: RelationshipSettings): Program<RelationshipState, RelationshipFact> {
    const { director, agents, playScene, embeddingModel } = this.#options;
    const [A, B] = agents;
    return relationshipProgram({ director, actors: { A, B }, playScene, settings, ...(embeddingModel && { embeddingModel }) });
  }

  #settings(options: RunAutoOptions): RelationshipSettings {
    return { ...DEFAULT_RELATIONSHIP_SETTINGS, ...this.#options.settings, ...options };
  }

  #description(settings: RelationshipSettings): Omit<RunDescription, 'program'> {
    const { agents, director, playScene, embeddingModel, seed = '1' } = this.#options;
    const { playSceneVersion = digest(String(playScene)) } = this.#options;
    const partners = agents.map(({ name, persona, goal = null, memories, identity }) => ({
      name,
      persona,
      goal,
      memories,
      identity,
    }));
    const embedding = embeddingModel ? describeModel(embeddingModel) : null;
    const spec = {
      id: this.id,
      partners,
      director: director.identity,
      embedding,
      playScene: playSceneVersion,
      settings: { ...settings },
    };
    return { spec: JSON.parse(JSON.stringify(spec)) as Json, seed, replicate: 0 };
  }
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`The simulation came to no end: ${String(thrown)}`, { cause: thrown });
}
