import { createRequire } from 'node:module';
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
import { sceneStep } from '../program/couple-path.js';
import { type CommitmentLog, commitmentLogOf } from '../outcome/commitment-log.js';
import { AS_LISTED, type Roles } from '../material/couple.js';
import type { ByPartner } from '../ports/partners.js';
import { type CoupleFacts, UNKNOWN_COUPLE } from '../state/couple-facts.js';
import type { RelationshipFact } from '../state/relationship-facts.js';
import { DEFAULT_RELATIONSHIP_SETTINGS, type RelationshipSettings } from '../state/relationship-settings.js';
import { initialRelationshipState, type RelationshipState } from '../state/relationship-state.js';
import type { SceneActor } from '../ports/scene-actor.js';
import type { SceneDirector } from '../ports/scene-director.js';
import { type PlayScene, relationshipProgram } from '../program/relationship-program.js';
import { SimulationFailedError } from '../relationship-errors.js';
import { nextSceneNumber } from '../state/stage-of.js';

/**
 * Version of this package, as the headers of runs keep it. Read when a run starts, from the manifest that the package finds by its own name:
 * from src and from dist, packed or not.
 */
export const packageVersion = (): string =>
  (createRequire(import.meta.url)('@entente/relationship/package.json') as { readonly version: string }).version;

export interface SimulationOptions {
  readonly director: SceneDirector;
  /** The couple: first partner A, then partner B. */
  readonly agents: readonly [SceneActor, SceneActor];
  /** Plays one scene: `playScene` of `@entente/relationship-sim`, or a function of your own. */
  readonly playScene: PlayScene;
  /**
   * Version of `playScene` in the run's identity; change it when the function plays scenes differently.
   * @default a digest of the function's source, which covers neither the functions it calls nor the variables it closes over
   */
  readonly playSceneVersion?: string | undefined;
  /** Facts about the two. @default nothing is known but that they are a couple */
  readonly couple?: Partial<CoupleFacts> | undefined;
  /** Places of partner A and of partner B in the couple's file; only recorded. @default AS_LISTED */
  readonly roles?: Roles | undefined;
  /** Secrets that each partner keeps before the first scene. @default nothing */
  readonly secrets?: ByPartner<readonly string[]> | undefined;
  /** Finds memories by meaning. @default none: memories are found by their words */
  readonly embeddingModel?: EmbeddingModel | undefined;
  /** Overrides of `DEFAULT_RELATIONSHIP_SETTINGS`. */
  readonly settings?: Partial<RelationshipSettings> | undefined;
  /** Name of the simulation in a batch, and first part of its run id in the store. @default 'simulation' */
  readonly id?: string | undefined;
  /** Seed of everything random. @default '1' */
  readonly seed?: string | undefined;
  /** Store of the journal. A run of the same identity that is already there is resumed. @default a memory store */
  readonly store?: JournalStore | undefined;
  /** @default nodeClock */
  readonly clock?: Clock | undefined;
}

/** Settings that may differ from run to run; they override those of the simulation. */
export interface RunAutoOptions {
  readonly interactionsPerScene?: number | undefined;
  readonly scenes?: number | undefined;
}

/** Simulation of one couple in a few lines; `relationshipProgram` with `startRun` is the long form. */
export class Simulation {
  readonly id: string;
  readonly #options: SimulationOptions;

  constructor(options: SimulationOptions) {
    this.id = options.id ?? 'simulation';
    this.#options = options;
  }

  /**
   * Plays all scenes and returns the commitment of both partners after each.
   * @throws the error that interrupted or failed the run; with a store of your own, calling again resumes the run
   */
  async runAuto(options: RunAutoOptions = {}): Promise<CommitmentLog> {
    const { store = createMemoryStore(), clock = nodeClock } = this.#options;
    const settings = this.#settings(options);
    const description = this.#description(settings);
    const runId = `${this.id}-${runIdentity({ ...description, program: 'relationship' }).slice(0, 8)}`;
    const plan = { runId, description, program: () => this.#program(settings) };
    const keep = commitmentLogOf;
    const result = await runBatch([plan], { store, clock, packageVersion: packageVersion(), concurrency: { max: 1 }, keep });
    const [run] = [...result.completed, ...result.interrupted, ...result.failed];
    if (!run?.kept || run.status !== 'completed') throw asError(run?.error);
    return run.kept;
  }

  /**
   * Plays the next scene from a state and returns the state after it, including its commitment scores. Nothing is stored.
   * Playing scene by scene gives the same as `runAuto`.
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
      packageVersion: packageVersion(),
      runId: this.id,
      description: this.#description(settings),
    });
    if (outcome.status !== 'completed') throw asError(outcome.error);
    return outcome.state;
  }

  #program(settings: RelationshipSettings): Program<RelationshipState, RelationshipFact> {
    const { director, agents, roles, playScene, embeddingModel } = this.#options;
    const [A, B] = agents;
    return relationshipProgram({ director, actors: { A, B }, roles, ...this.#couple(), playScene, settings, embeddingModel });
  }

  #couple(): { readonly couple: CoupleFacts; readonly secrets: ByPartner<readonly string[]> } {
    const { couple, secrets = { A: [], B: [] } } = this.#options;
    return { couple: { ...UNKNOWN_COUPLE, ...couple }, secrets };
  }

  #settings(options: RunAutoOptions): RelationshipSettings {
    const { interactionsPerScene, scenes } = options;
    const settings = { ...DEFAULT_RELATIONSHIP_SETTINGS, ...this.#options.settings };
    return {
      ...settings,
      interactionsPerScene: interactionsPerScene ?? settings.interactionsPerScene,
      scenes: scenes ?? settings.scenes,
    };
  }

  #description(settings: RelationshipSettings): Omit<RunDescription, 'program'> {
    const { agents, director, roles = AS_LISTED, playScene, embeddingModel, seed = '1' } = this.#options;
    const { playSceneVersion = digest(String(playScene)) } = this.#options;
    const partners = agents.map(({ name, memories, identity }) => ({ name, memories, identity }));
    const embedding = embeddingModel ? describeModel(embeddingModel) : null;
    const spec = {
      id: this.id,
      partners,
      roles,
      ...this.#couple(),
      director: director.identity,
      embedding,
      playScene: playSceneVersion,
      settings: { ...settings },
    };
    return { spec: JSON.parse(JSON.stringify(spec)) as Json, seed, replicate: 0 };
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new SimulationFailedError(thrown);
}
