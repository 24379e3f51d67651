import { describeModel, type LanguageModel, modelCallStructured, settleReply } from '@entente/llm-clients';
import { type Json, promptCallsDigest, type Scope } from '@entente/simulation-core';
import {
  type Beat,
  type ByPartner,
  type Character,
  type CommitmentJudgement,
  type CommitmentQuestion,
  type SceneDirector,
  type SceneOpening,
  type Stage,
  type StorySoFar,
  toMissingReply,
} from '@entente/relationship';
import { commitmentScorePrompt } from './prompts/commitment-score.js';
import { generateContextPrompt, progressPrompt, summarizePrompt } from './prompts/direct-scene.js';
import { directorPromptSamples } from './prompts/director-prompt-samples.js';
import { initializePrompt, nextScenePrompt } from './prompts/open-scene.js';
import { drawScenario, type Scenario, scenarioFor, type SceneCategory, TEN_SCENE_ARC } from './scenarios/scenario.js';
import { SCENARIOS } from './scenarios/scenarios.js';
import { ArcError, SameNameError } from './scene-master-errors.js';

/** Options of `SceneMaster`. */
export interface SceneMasterOptions {
  /** The couple: first partner A, then partner B. */
  readonly agents: readonly [Character, Character];
  readonly model: LanguageModel;
  /** Model that scores commitment. A model other than the playing one avoids a judge that favours its own texts. @default model */
  readonly judgeModel?: LanguageModel | undefined;
  /** Category of each scene; a longer run repeats the arc. @default TEN_SCENE_ARC */
  readonly arc?: readonly SceneCategory[] | undefined;
  /** Scenarios to make scenes from; each category of the arc needs at least one. @default SCENARIOS */
  readonly scenarios?: readonly Scenario[] | undefined;
}

/** One director: sets scenes, narrates, summarizes and scores. It holds nothing that changes. */
export class SceneMaster implements SceneDirector {
  readonly partners: ByPartner<Character>;
  readonly arc: readonly SceneCategory[];
  readonly scenarios: readonly Scenario[];
  readonly #model: LanguageModel;
  readonly #judgeModel: LanguageModel;

  /**
   * @throws ArcError if the arc is empty or one of its categories has no scenario
   * @throws SameNameError if both partners have the same name
   */
  constructor(options: SceneMasterOptions) {
    const [A, B] = options.agents;
    this.partners = { A, B };
    this.arc = options.arc ?? TEN_SCENE_ARC;
    this.scenarios = options.scenarios ?? SCENARIOS;
    this.#model = options.model;
    this.#judgeModel = options.judgeModel ?? options.model;
    if (A.name === B.name) throw new SameNameError(A.name);
    if (this.arc.length === 0) throw new ArcError('An arc needs at least one category.');
    for (const category of this.arc) drawScenario(this.scenarios, category, { used: [], random: 0 });
  }

  /** Everything that decides the answers: partners, models, arc, scenarios and prompts. */
  get identity(): Json {
    const described = {
      director: 'SceneMaster',
      partners: [this.partners.A, this.partners.B].map(({ name, persona, goal = null }) => ({ name, persona, goal })),
      model: describeModel(this.#model),
      judge: describeModel(this.#judgeModel),
      arc: this.arc,
      scenarios: this.scenarios,
      prompts: promptCallsDigest(directorPromptSamples()),
    };
    return JSON.parse(JSON.stringify(described)) as Json;
  }

  /** Opens the first scene. */
  async initialize(scope: Scope): Promise<SceneOpening> {
    return this.#open(scope, { scene: 1, story: [], used: [] });
  }

  /** Opens a later scene, knowing the summaries of earlier ones. */
  async nextScene(scope: Scope, storySoFar: StorySoFar): Promise<SceneOpening> {
    return this.#open(scope, storySoFar);
  }

  /** Returns a private matter for each partner to bring into the scene. */
  async generateContext(scope: Scope, stage: Stage): Promise<ByPartner<string>> {
    return modelCallStructured(scope.recorded(this.#model), generateContextPrompt.with({ partners: this.partners, stage }));
  }

  /** Returns the next beat and whose move it is. An actor other than A or B is never mapped to one of them: the model is asked again. */
  async progress(scope: Scope, stage: Stage, options: { readonly offerOptions?: boolean | undefined } = {}): Promise<Beat> {
    const offerOptions = options.offerOptions ?? false;
    const prompt = progressPrompt.with({ partners: this.partners, stage, offerOptions });
    const beat = await modelCallStructured(scope.recorded(this.#model), prompt, {
      check: (value) => (offerOptions ? complaintAboutOptions(value) : undefined),
    });
    return offerOptions ? beat : { ...beat, options: [] };
  }

  /** Summarizes the scene for the scenes after it. */
  async summarize(scope: Scope, stage: Stage): Promise<{ readonly summary: string }> {
    const reply = await modelCallStructured(
      scope.recorded(this.#model),
      summarizePrompt.with({ partners: this.partners, stage }),
    );
    return { summary: reply.scene_summary };
  }

  /** Scores the commitment of one partner after the scene, 0 to 10, with reasons. */
  async commitmentScore(scope: Scope, question: CommitmentQuestion): Promise<CommitmentJudgement> {
    return modelCallStructured(
      scope.recorded(this.#judgeModel),
      commitmentScorePrompt.with({ partners: this.partners, question }),
    );
  }

  async #open(scope: Scope, { scene, story, used }: StorySoFar): Promise<SceneOpening> {
    const category = this.arc[(scene - 1) % this.arc.length]!;
    const names = { A: this.partners.A.name, B: this.partners.B.name };
    const scenario = scenarioFor(drawScenario(this.scenarios, category, { used, random: scope.random() }), names);
    const prompt = scene === 1 ? initializePrompt : nextScenePrompt;
    const reply = await settleReply(
      modelCallStructured(scope.recorded(this.#model), prompt.with({ partners: this.partners, story, scene, scenario })),
    );
    const fixed = { category, turningPoint: scenario.turningPoint, scenario: scenario.id };
    if (!reply.ok) return { ...fixed, ...openingAsWritten(scenario, this.partners), defaulted: toMissingReply(reply.error) };
    const { goal_A, goal_B, ...opening } = reply.value;
    return { ...fixed, ...opening, goals: { A: goal_A, B: goal_B } };
  }
}

/** Turns a scenario as written into an opening, for when the model gave none. */
function openingAsWritten(
  scenario: Scenario,
  partners: ByPartner<Character>,
): Omit<SceneOpening, 'category' | 'turningPoint' | 'scenario'> {
  const { turningPoint, setting, situation, conflict } = scenario;
  const goalOf = ({ goal }: Character) => goal ?? 'to come out of this closer to the other one, or at least not further away';
  return {
    theme: turningPoint,
    setting,
    others: [],
    situation,
    conflict,
    goals: { A: goalOf(partners.A), B: goalOf(partners.B) },
  };
}

function complaintAboutOptions({ options }: Beat): string | undefined {
  if (options.length < 3 || options.length > 4) return `options: offer three or four, not ${options.length}`;
  if (new Set(options.map(({ id }) => id)).size < options.length) return 'options: give every option a letter of its own';
  return undefined;
}
