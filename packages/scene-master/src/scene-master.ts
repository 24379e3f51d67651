import {
  describeModel,
  type LanguageModel,
  modelCallStructured,
  type Sampling,
  settleReply,
  withSampling,
} from '@entente/llm-clients';
import {
  type Beat,
  type BeatPlace,
  type ByPartner,
  type Character,
  chooseScenario,
  type Closing,
  type CommitmentJudgement,
  type CommitmentQuestion,
  type SceneAssessment,
  type SceneDirector,
  type SceneMaterial,
  type SceneOpening,
  type Stage,
  type StorySoFar,
  toMissingReply,
} from '@entente/relationship';
import { shippedMaterial } from '@entente/relationship/node';
import { canonicalJson, digest, type Json, promptCallsDigest, type Scope } from '@entente/simulation-core';
import { assessmentFrom } from './assessment-of.js';
import { complaintAboutAssessment } from './checks/assessment-complaint.js';
import { complaintAboutOpening } from './checks/opening-complaint.js';
import {
  complaintAboutBeat,
  complaintAboutContexts,
  complaintAboutParts,
  complaintAboutSummary,
} from './checks/scene-complaints.js';
import { NOTHING_SO_FAR } from './nothing-so-far.js';
import { openingAsWritten, openingFrom } from './opening-of.js';
import { assessScenePrompt } from './prompts/assess-scene.js';
import { closeScenePrompt } from './prompts/close-scene.js';
import { commitmentScorePrompt } from './prompts/commitment-score.js';
import type { Direction } from './prompts/director-messages.js';
import { directorPromptSamples } from './prompts/director-prompt-samples.js';
import { type DirectorWords, directorWords } from './prompts/director-words.js';
import { generateContextPrompt } from './prompts/generate-context.js';
import { initializePrompt, type LaterOpeningReply, nextScenePrompt, type OpeningReply } from './prompts/open-scene.js';
import { progressPrompt } from './prompts/progress.js';
import { summarizePrompt } from './prompts/summarize.js';
import { transcriptLines } from './prompts/transcript-lines.js';
import { SameNameError } from './scene-master-errors.js';

/** Options of `SceneMaster`. */
export interface SceneMasterOptions {
  /** The couple: first partner A, then partner B. */
  readonly agents: readonly [Character, Character];
  readonly model: LanguageModel;
  /** Model that scores commitment. A model other than the playing one avoids a judge that favours its own texts. @default model */
  readonly judgeModel?: LanguageModel | undefined;
  /** Sampling of every call but those of the judge. @default what the model does by itself */
  readonly sampling?: Sampling | undefined;
  /** Sampling of the judge. @default what the model does by itself */
  readonly judgeSampling?: Sampling | undefined;
  /** Scenarios and arcs to make scenes from. @default those that ship */
  readonly material?: SceneMaterial | undefined;
  /** Words of the prompts that replace the ones in `DIRECTOR_WORDS`. @default none */
  readonly words?: Partial<DirectorWords> | undefined;
}

/** One director: sets scenes, narrates, closes, summarizes, assesses and scores. It holds nothing that changes. */
export class SceneMaster implements SceneDirector {
  readonly partners: ByPartner<Character>;
  readonly material: SceneMaterial;
  readonly words: DirectorWords;
  readonly #model: LanguageModel;
  readonly #judgeModel: LanguageModel;
  readonly #sampling: Sampling | undefined;
  readonly #judgeSampling: Sampling | undefined;

  /** @throws SameNameError if both partners have the same name */
  constructor(options: SceneMasterOptions) {
    const [A, B] = options.agents;
    if (A.name === B.name) throw new SameNameError(A.name);
    this.partners = { A, B };
    this.material = options.material ?? shippedMaterial();
    this.words = directorWords(options.words);
    this.#model = options.model;
    this.#judgeModel = options.judgeModel ?? options.model;
    this.#sampling = options.sampling;
    this.#judgeSampling = options.judgeSampling;
  }

  /** Everything that decides the answers: partners, models, and material and prompts by content. */
  get identity(): Json {
    const described = {
      director: 'SceneMaster',
      partners: [this.partners.A, this.partners.B].map(characterOf),
      model: describeModel(this.#model),
      judge: describeModel(this.#judgeModel),
      sampling: this.#sampling,
      judgeSampling: this.#judgeSampling,
      material: materialDigest(this.material),
      prompts: promptCallsDigest(directorPromptSamples(this.words)),
    };
    return JSON.parse(JSON.stringify(described)) as Json;
  }

  /** Opens the first scene. */
  async initialize(scope: Scope, storySoFar: StorySoFar = NOTHING_SO_FAR): Promise<SceneOpening> {
    return this.#open(scope, storySoFar);
  }

  /** Opens a later scene, which follows from the earlier ones. */
  async nextScene(scope: Scope, storySoFar: StorySoFar): Promise<SceneOpening> {
    return this.#open(scope, storySoFar);
  }

  /** Returns a private matter for each partner to bring into the scene. */
  async generateContext(scope: Scope, stage: Stage): Promise<ByPartner<string>> {
    return modelCallStructured(this.#asked(scope), generateContextPrompt.with({ ...this.#direction, stage }), {
      check: (contexts) => complaintAboutContexts(contexts, stage),
    });
  }

  /** Returns the next beat and whose move it is. An actor who may not move is never mapped to one who may: the model is asked again. */
  async progress(scope: Scope, stage: Stage, place: BeatPlace): Promise<Beat> {
    const beat = await modelCallStructured(this.#asked(scope), progressPrompt.with({ ...this.#direction, stage, place }), {
      check: (reply) => complaintAboutBeat(reply, stage, place),
    });
    const { narrative, actor, question, options = [] } = beat;
    return {
      narrative,
      onlySees: { A: beat.only_A, B: beat.only_B },
      actor,
      question,
      options: place.offerOptions ? options : [],
    };
  }

  /** Tells what comes of the last move of the scene. */
  async closeScene(scope: Scope, stage: Stage): Promise<Closing> {
    const closing = await modelCallStructured(this.#asked(scope), closeScenePrompt.with({ ...this.#direction, stage }), {
      check: (reply) => complaintAboutParts(reply, stage),
    });
    return { narrative: closing.narrative, onlySees: { A: closing.only_A, B: closing.only_B } };
  }

  /** Summarizes the scene as both know it. */
  async summarize(scope: Scope, stage: Stage): Promise<{ readonly summary: string }> {
    const reply = await modelCallStructured(this.#asked(scope), summarizePrompt.with({ ...this.#direction, stage }), {
      check: ({ scene_summary }) => complaintAboutSummary(scene_summary, stage),
    });
    return { summary: reply.scene_summary };
  }

  /** Reads off the scene which states, facts and secrets it changed, each with words of the transcript. */
  async assessScene(scope: Scope, stage: Stage): Promise<SceneAssessment> {
    const transcript = transcriptLines(this.words, this.partners, stage.transcript);
    const reply = await modelCallStructured(this.#asked(scope), assessScenePrompt.with({ ...this.#direction, stage }), {
      check: (assessment) => complaintAboutAssessment(assessment, stage, transcript),
    });
    return assessmentFrom(reply, stage);
  }

  /** Scores the commitment of one partner after the scene, 0 to 10, with reasons. */
  async commitmentScore(scope: Scope, question: CommitmentQuestion): Promise<CommitmentJudgement> {
    return modelCallStructured(
      withSampling(scope.recorded(this.#judgeModel), this.#judgeSampling),
      commitmentScorePrompt.with({ ...this.#direction, question }),
    );
  }

  #asked(scope: Scope): LanguageModel {
    return withSampling(scope.recorded(this.#model), this.#sampling);
  }

  get #direction(): Direction {
    return { partners: this.partners, words: this.words };
  }

  async #open(scope: Scope, storySoFar: StorySoFar): Promise<SceneOpening> {
    const chosen = chooseScenario(this.material, storySoFar, { partners: this.partners, random: () => scope.random() });
    const input = { ...this.#direction, storySoFar, chosen };
    const check = (reply: OpeningReply | LaterOpeningReply) => complaintAboutOpening(reply, storySoFar, chosen);
    const model = this.#asked(scope);
    const reply = await settleReply<OpeningReply | LaterOpeningReply>(
      storySoFar.scene === 1
        ? modelCallStructured(model, initializePrompt.with(input), { check })
        : modelCallStructured(model, nextScenePrompt.with(input), { check }),
    );
    return reply.ok
      ? openingFrom(reply.value, chosen, this.partners)
      : { ...openingAsWritten(chosen, this.partners, this.words), defaulted: toMissingReply(reply.error) };
  }
}

function characterOf(agent: Character): Character {
  const { name, persona, pronouns, age, occupation, traits, values, attachment, goals, dealbreakers, rules } = agent;
  return { name, persona, pronouns, age, occupation, traits, values, attachment, goals, dealbreakers, rules };
}

const materialDigests = new WeakMap<SceneMaterial, string>();

/** Digest of the scenarios and arcs by content, computed once for each material and not for each run of a batch. */
function materialDigest(material: SceneMaterial): string {
  const { scenarios, arcs } = material;
  const known = materialDigests.get(material) ?? digest(canonicalJson({ scenarios, arcs }));
  materialDigests.set(material, known);
  return known;
}
