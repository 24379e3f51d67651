import { isOffline } from '@entente/llm-clients/contract';
import { createEstimateTally, type PricedModel, type PromptEstimate, type TallyOptions } from '@entente/run-console/session';
import { type RelationshipSettings, roughTokens } from '@entente/relationship';
import type { Couple } from '../couples/couple.js';
import type { RelationshipSpec } from '../relationship-program.js';
import { type EstimatedPrompt, LINE_TOKENS, OFFERING_SIZE, PROMPT_SIZES, type PromptSize, WORDINESS } from './prompt-sizes.js';

/** As much of a run's spec as decides what it will take. */
export interface EstimatedCouple {
  readonly couple: Couple;
  readonly models: { readonly [role in Exclude<keyof RelationshipSpec['models'], 'embedding'>]: PricedModel } & {
    readonly embedding: PricedModel | null;
  };
  readonly settings: RelationshipSettings;
}

export interface EstimateOptions extends TallyOptions {
  /** How long a level takes: the slowest of one to three short calls made at once. @default ASSUMED_LEVEL_MS; 0 where nobody real is asked */
  readonly levelMs?: number;
}

/** What a run will probably take. Estimates, never limits: `--max-cost` and `--max-tokens` are limits. */
export interface CoupleEstimate {
  /** Those for vectors among them. */
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** As if nothing were read from a provider's cache, so that it is rather too much; `null` where a price is unknown. */
  readonly costUsd: number | null;
  /** Calls one after another on the longest path. */
  readonly levels: number;
  readonly timeMs: number;
  readonly byPrompt: readonly PromptEstimate<EstimatedPrompt>[];
}

/** A short call to a real model. */
export const ASSUMED_LEVEL_MS = 3_000;

/** How estimates come about, for people. */
export const ESTIMATE_BASIS =
  'Estimates from usual runs: nothing read from caches, no reasoning tokens, no replies asked for twice.';

/** Memories of their past that are appraised in one call. */
const MEMORIES_A_CALL = 8;
/** Moments of a scene that are kept for good. */
const MOMENTS_KEPT = 3;

/**
 * How many calls, tokens and dollars a run takes, and how long, without asking anybody. It goes through the scenes as `playScene` does, with
 * lines of the usual length. Replies that have to be asked for again are not counted.
 */
export function estimateCouple(
  { couple, models, settings }: EstimatedCouple,
  { costOf, levelMs }: EstimateOptions,
): CoupleEstimate {
  const { actor, secondActor, director, judge, embedding } = models;
  const { scenes, interactionsPerScene, historyTokens, recalledMemories, semanticWeight } = settings;
  const reflects = settings.reflection === 'scene';
  /** How many of the two are appraised at a beat. */
  const appraised = settings.partnerAppraisal ? 2 : 1;
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
  const askPartners = (prompt: EstimatedPrompt, calls: number, reading: number): void => {
    for (const model of [actor, secondActor]) ask(prompt, model, { calls: calls / 2, reading });
  };

  const pasts = couple.partners.map(({ memories }) => memories);
  pasts.forEach((memories, index) => {
    const calls = Math.ceil(memories.length / MEMORIES_A_CALL);
    if (calls > 0 && recalledMemories > 0)
      ask('appraise-memories', index === 0 ? actor : secondActor, { calls, reading: tokensIn(memories) / calls });
  });

  /** What the director has of the scenes before, and a partner of its life so far. */
  let story = 0;
  let lived = 0;
  for (let scene = 1; scene <= scenes; scene++) {
    const live = (tokens: number): void => {
      lived = underBudget(lived + tokens, historyTokens);
    };
    if (scene === 1) ask('initialize', director);
    else ask('next-scene', director, { reading: story });
    const staged = story + tokensOf('opening');
    live(tokensOf('opening'));
    if (settings.context) {
      ask('generate-context', director, { reading: staged });
      live(tokensOf('context'));
    }
    if (recalledMemories > 0) {
      live(recalledMemories * tokensOf('memory'));
      if (embedding !== null && semanticWeight > 0)
        ask('embedding', embedding, { reading: tokensOf('cue') + newMemories(scene) });
    }

    let transcript = 0;
    for (let beat = 1; beat <= interactionsPerScene; beat++) {
      const offering = settings.choices === 'offered' ? { size: OFFERING_SIZE } : {};
      ask('progress', director, { reading: staged + transcript, ...offering });
      live(tokensOf('narration'));
      askPartners('appraise', appraised, lived);
      askPartners(settings.choices === 'offered' ? 'act' : 'make-choices', 1, lived);
      live((tokensOf('appraisal') * appraised) / 2 + tokensOf('deed'));
      transcript = underBudget(transcript + tokensOf('narration') + tokensOf('deed'), historyTokens);
    }

    const thoughts = (interactionsPerScene * tokensOf('appraisal') * appraised) / 2;
    ask('commitment-score', judge, { calls: 2, reading: staged + transcript + underBudget(thoughts, historyTokens) });
    ask('summarize', director, { reading: staged + transcript });
    story = underBudget(story + tokensOf('summary'), historyTokens);
    if (reflects) {
      askPartners('reflect', 2, lived);
      live(tokensOf('reflection'));
    }
    lived = Math.min(lived, historyTokens / 2);
  }
  // The opening and the summary; at each beat narration, appraisal and choice. All else goes on beside them.
  const levels = scenes * (2 + 3 * interactionsPerScene);
  const timeMs = levels * (levelMs ?? (isPlayedOffline ? 0 : ASSUMED_LEVEL_MS));
  return { ...tally.result(), levels, timeMs };

  /** Texts of both partners that can come to mind in a scene and have no vector yet: of their past, then of the scene before last. */
  function newMemories(scene: number): number {
    if (scene === 1) return pasts.reduce((sum, memories) => sum + tokensIn(memories), 0);
    if (scene === 2) return 0;
    const moments = Math.min(MOMENTS_KEPT, (interactionsPerScene * appraised) / 2);
    return 2 * (moments * tokensOf('memory') + (reflects ? tokensOf('reflection') : 0));
  }
}

interface Asked {
  /** @default 1 */
  readonly calls?: number;
  /** Tokens of what has been told, in each of them. @default 0 */
  readonly reading?: number;
  /** @default that of the prompt */
  readonly size?: PromptSize;
}

const tokensIn = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + roughTokens(text), 0);

/** As working memory keeps it: beyond its budget, the newer half of that is left. */
function underBudget(tokens: number, budget: number): number {
  return tokens > budget ? budget / 2 : tokens;
}
