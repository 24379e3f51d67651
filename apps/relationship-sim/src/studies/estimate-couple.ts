import { isOffline } from '@entente/llm-clients/contract';
import { createEstimateTally, type PricedModel, type PromptEstimate, type TallyOptions } from '@entente/run-console/session';
import { type Couple, type RelationshipSettings, roughTokens } from '@entente/relationship';
import type { RelationshipSpec } from '../relationship-program.js';
import { type EstimatedPrompt, LINE_TOKENS, OFFERING_SIZES, PROMPT_SIZES, type PromptSize, WORDINESS } from './prompt-sizes.js';

/** Part of a run's spec that decides its cost. */
export interface EstimatedCouple {
  readonly couple: Couple;
  readonly models: { readonly [role in Exclude<keyof RelationshipSpec['models'], 'embedding'>]: PricedModel } & {
    readonly embedding: PricedModel | null;
  };
  readonly settings: RelationshipSettings;
}

export interface EstimateOptions extends TallyOptions {
  /** Duration of a level, which is the slowest of one to three short calls made at once. @default ASSUMED_LEVEL_MS; 0 for offline models */
  readonly levelMs?: number;
}

/** Estimated size and cost of a run. Estimates are not limits: `--max-cost` and `--max-tokens` are. */
export interface CoupleEstimate {
  /** Number of calls at most: a beat that brings no new text embeds none, and one in which nothing comes before the move is appraised once less. */
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Cost without any reads from a provider's cache, so rather too high; `null` if a price is unknown. */
  readonly costUsd: number | null;
  /** Number of calls one after another on the critical path. */
  readonly levels: number;
  readonly timeMs: number;
  readonly byPrompt: readonly PromptEstimate<EstimatedPrompt>[];
}

/** Duration of a short call to a real model. */
export const ASSUMED_LEVEL_MS = 3_000;

/** Explanation of the estimates for readers. */
export const ESTIMATE_BASIS =
  'Estimates from usual runs: nothing read from caches, no reasoning tokens, no replies asked for twice.';

/** Number of memories that one call appraises. */
const MEMORIES_A_CALL = 8;
/** Number of moments of a scene that a partner keeps for good. */
const MOMENTS_KEPT = 3;
/** Number of scenes after which the first memories are out of the prompt and may be recalled again. */
const SCENES_IN_VIEW = 4;
/** Size of a story over its budget: what is still kept of earlier scenes stands beside it. */
const WITH_WHAT_IS_KEPT = 1.2;

/**
 * Estimates calls, tokens, dollars and duration of a run without making a call. It goes through the scenes as `playScene` does, with lines of
 * the usual length. Calls that repeat an unusable reply are not counted.
 */
export function estimateCouple(
  { couple, models, settings }: EstimatedCouple,
  { costOf, levelMs }: EstimateOptions,
): CoupleEstimate {
  const { actor, secondActor, director, judge, embedding } = models;
  const { scenes, interactionsPerScene, historyTokens, recalledMemories, semanticWeight } = settings;
  const reflects = settings.reflection === 'scene';
  const tally = createEstimateTally<EstimatedPrompt>({ costOf });
  const isPlayedOffline = [actor, secondActor, director].every(isOffline);
  const wordiness = isPlayedOffline ? 1 : WORDINESS;
  const tokensOf = (line: keyof typeof LINE_TOKENS): number => LINE_TOKENS[line] * wordiness;
  const ask = (prompt: EstimatedPrompt, model: PricedModel, { calls = 1, reading = 0, size }: Asked = {}): void => {
    const { inputTokens, outputTokens } = size ?? PROMPT_SIZES[prompt];
    const written = outputTokens * (isOffline(model) ? 1 : WORDINESS);
    tally.add(prompt, model, { calls, inputTokens: inputTokens + reading, outputTokens: written });
  };
  /** Partners act about equally often. */
  const askPartners = (prompt: EstimatedPrompt, calls: number, reading: number, size?: PromptSize): void => {
    for (const model of [actor, secondActor]) ask(prompt, model, { calls: calls / 2, reading, size });
  };

  const pasts = couple.partners.map(({ memories }) => memories);
  pasts.forEach((memories, index) => {
    const calls = Math.ceil(memories.length / MEMORIES_A_CALL);
    if (calls > 0 && recalledMemories > 0)
      ask('appraise-memories', index === 0 ? actor : secondActor, { calls, reading: tokensIn(memories) / calls });
  });

  /** Tokens of the director's story; of a partner's own story and of its newest moments of earlier scenes. */
  let story = 0;
  let ownStory = 0;
  let past = 0;
  const offered = settings.choices === 'offered';
  for (let scene = 1; scene <= scenes; scene++) {
    const known = LINE_TOKENS.standing + story;
    if (scene === 1) ask('initialize', director, { reading: known });
    else ask('next-scene', director, { reading: known });
    let staged = known + tokensOf('wholeOpening');
    let present = tokensOf('opening');
    const lived = (): number => LINE_TOKENS.card + ownStory + past + present;
    if (settings.context) {
      ask('generate-context', director, { reading: staged });
      present += tokensOf('context');
    }

    for (let beat = 1; beat <= interactionsPerScene; beat++) {
      if (recalledMemories > 0) {
        present += recalledMemories * tokensOf('memory') * (scene === 1 || scene > SCENES_IN_VIEW ? 1 : 0);
        if (embedding !== null && semanticWeight > 0)
          ask('embedding', embedding, { reading: tokensOf('cue') + (beat === 1 ? newMemories(scene) : 0) });
      }
      ask('progress', director, { reading: staged, size: offered ? OFFERING_SIZES.progress : undefined });
      present += tokensOf('narration');
      askPartners('appraise', 1, lived());
      present += tokensOf('appraisal') / 2;
      askPartners('choose', 1, lived(), offered ? OFFERING_SIZES.choose : undefined);
      present += tokensOf('deed') + tokensOf('reason') / 2;
      if (settings.partnerAppraisal) {
        askPartners('appraise', 1, lived());
        present += tokensOf('appraisal') / 2;
      }
      staged += tokensOf('narration') + tokensOf('deed') / 2;
    }

    if (settings.closing) {
      ask('close-scene', director, { reading: staged });
      present += tokensOf('closing');
      staged += tokensOf('closing');
    }
    const appraisals = settings.partnerAppraisal ? interactionsPerScene : interactionsPerScene / 2;
    ask('commitment-score', judge, { calls: 2, reading: staged + (appraisals * tokensOf('appraisal')) / 2 });
    ask('assess-scene', director, { reading: staged });
    ask('summarize', director, { reading: staged });
    story = Math.min(story + tokensOf('summary'), historyTokens * WITH_WHAT_IS_KEPT);
    if (reflects) {
      askPartners('reflect', 2, lived());
      present += tokensOf('reflection');
    }
    past = Math.min(past + present - tokensOf('opening') / 2, historyTokens / 2);
    ownStory = Math.min(ownStory + tokensOf('ownStory'), (historyTokens / 2) * WITH_WHAT_IS_KEPT);
  }
  // The opening and the summary, the closing, and at each beat narration, appraisal and choice. All other calls run beside them.
  const levels = scenes * (2 + (settings.closing ? 1 : 0) + 3 * interactionsPerScene);
  const timeMs = levels * (levelMs ?? (isPlayedOffline ? 0 : ASSUMED_LEVEL_MS));
  return { ...tally.result(), levels, timeMs };

  /** Number of texts of both partners that a scene can recall and that have no vector yet: first of their past, later of the scene before last. */
  function newMemories(scene: number): number {
    if (scene === 1) return pasts.reduce((sum, memories) => sum + tokensIn(memories), 0);
    if (scene === 2) return 0;
    const moments = Math.min(MOMENTS_KEPT, settings.partnerAppraisal ? interactionsPerScene : interactionsPerScene / 2);
    return 2 * (moments * tokensOf('memory') + (reflects ? tokensOf('reflection') : 0));
  }
}

interface Asked {
  /** @default 1 */
  readonly calls?: number;
  /** Tokens of the history in each call. @default 0 */
  readonly reading?: number;
  /** @default that of the prompt */
  readonly size?: PromptSize | undefined;
}

const tokensIn = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + roughTokens(text), 0);
