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
import { generateContextPrompt } from './prompts/generate-context.js';
import { initializePrompt, nextScenePrompt } from './prompts/open-scene.js';
import { progressPrompt } from './prompts/progress.js';
import { directorPromptSamples } from './prompts/director-prompt-samples.js';
import { summarizePrompt } from './prompts/summarize.js';
import { type SceneCategory, TEN_SCENE_ARC } from './scenarios/categories.js';
import { drawScenario } from './scenarios/draw-scenario.js';
import { type Scenario, scenarioFor } from './scenarios/scenario.js';
import { SCENARIOS } from './scenarios/scenarios.js';

export interface SceneMasterOptions {
  /** The couple: the first becomes partner A, the second partner B. */
  readonly agents: readonly [Character, Character];
  readonly model: LanguageModel;
  /** Scores commitment; another model than the one that plays guards against a judge that likes itself. @default model */
  readonly judgeModel?: LanguageModel;
  /** One category a scene; begun again when a run is longer. @default TEN_SCENE_ARC */
  readonly arc?: readonly SceneCategory[];
  /** What scenes are made from; every category of the arc needs one at least. @default SCENARIOS */
  readonly scenarios?: readonly Scenario[];
}

/** One director: sets scenes, narrates, summarizes and scores. Holds nothing that changes. */
export class SceneMaster implements SceneDirector {
  readonly partners: ByPartner<Character>;
  readonly arc: readonly SceneCategory[];
  readonly scenarios: readonly Scenario[];
  readonly #model: LanguageModel;
  readonly #judgeModel: LanguageModel;

  /** @throws RangeError when the arc is empty or names a category that has no scenario, or both partners have one name */
  constructor(options: SceneMasterOptions) {
    const [A, B] = options.agents;
    this.partners = { A, B };
    this.arc = options.arc ?? TEN_SCENE_ARC;
    this.scenarios = options.scenarios ?? SCENARIOS;
    this.#model = options.model;
    this.#judgeModel = options.judgeModel ?? options.model;
    if (A.name === B.name)
      throw new RangeError(`Both partners are called ${A.name}: give one of them another name, prompts tell them apart by it.`);
    if (this.arc.length === 0) throw new RangeError('An arc needs at least one category.');
    for (const category of this.arc) drawScenario(this.scenarios, category, { used: [], random: 0 });
  }

  /** Partners, models, arc, scenarios and prompts: a director that differs in one of them is another. */
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

  /** Opens a later scene, knowing the summaries of those before. */
  async nextScene(scope: Scope, storySoFar: StorySoFar): Promise<SceneOpening> {
    return this.#open(scope, storySoFar);
  }

  /** What each partner privately brings into the scene. */
  async generateContext(scope: Scope, stage: Stage): Promise<ByPartner<string>> {
    return modelCallStructured(scope.recorded(this.#model), generateContextPrompt.with({ partners: this.partners, stage }));
  }

  /** What happens next and whose move it is. An actor other than A or B is asked for again, never mapped to somebody. */
  async progress(scope: Scope, stage: Stage, options: { readonly offerOptions?: boolean } = {}): Promise<Beat> {
    const offerOptions = options.offerOptions ?? false;
    const prompt = progressPrompt.with({ partners: this.partners, stage, offerOptions });
    const beat = await modelCallStructured(scope.recorded(this.#model), prompt, {
      check: (value) => (offerOptions ? complaintAboutOptions(value) : undefined),
    });
    return offerOptions ? beat : { ...beat, options: [] };
  }

  /** What the scene came to, for the scenes after it. */
  async summarize(scope: Scope, stage: Stage): Promise<{ readonly summary: string }> {
    const reply = await modelCallStructured(
      scope.recorded(this.#model),
      summarizePrompt.with({ partners: this.partners, stage }),
    );
    return { summary: reply.scene_summary };
  }

  /** How committed one partner is after the scene, 0 to 10, with reasons. */
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

/** The scenario itself as an opening, for when the model gave none. */
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
