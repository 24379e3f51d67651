import { cosine } from './cosine.js';
import { emotionSimilarity, isFaint } from './emotions.js';
import { lexicalScores } from './lexical-scores.js';
import type { LongTermMemory } from './long-term-memory.js';
import { meaningStandsOut } from './meaning-stands-out.js';
import type { RecallCandidate, RecallCue, RecallParts, RecallWeights } from './recall-candidate.js';
import { commonWords } from './words-of.js';
import { wordsOfMemory } from './words-of-memory.js';

export interface RankedMemory {
  readonly memory: LongTermMemory;
  /** Weighted mean of `parts`, 0 to 1 with three decimals. */
  readonly score: number;
  readonly parts: RecallParts;
}

/** Scenes after which recency has halved. */
const RECENCY_HALF_LIFE = 3;
const LEAST_RECENCY = 0.1;

/**
 * Returns the memories that come to mind, best first, at most `limit`; ties keep the order of the store. The score is the mean of the
 * components that are known of a memory, weighted by `weights`:
 *
 * - meaning: cosine of the vectors, at least 0; without vectors the words in common (`lexicalScores`)
 * - emotion: `emotionSimilarity` with the mood; unknown if the mood is faint or the memory's feeling is not on record
 * - recency: 1 for the scene before, half as much after each three scenes more, at least 0.1; unknown for the persona's past
 * - novelty: 1 / (1 + times recalled), times the share that no better-ranked memory repeats. Memories are taken one by one, as in maximal
 *   marginal relevance (Carbonell & Goldstein 1998)
 *
 * Most moments remind of nothing. A memory comes to mind only if its meaning stands out among the others (`meaningStandsOut`) or its feeling is
 * nearly the present one, unless meaning and feeling weigh nothing.
 */
export function rankMemories(
  candidates: readonly RecallCandidate[],
  cue: RecallCue,
  { limit, weights }: { readonly limit: number; readonly weights: RecallWeights },
): readonly RankedMemory[] {
  const cosines = weights.semanticWeight > 0 ? cosinesOf(candidates, cue) : undefined;
  const standsOut = weights.semanticWeight > 0 ? meaningStandsOut(candidates, cosines, cue) : () => false;
  const related = candidates
    .map((candidate, index) => ({ candidate, index, emotion: emotionOf(candidate, cue) }))
    .filter(({ candidate, emotion }) => isRelated(standsOut(candidate), emotion, weights));
  if (related.length === 0) return [];
  const meanings = weights.semanticWeight > 0 ? (cosines ?? sharesOfWords(candidates, cue)) : []; // an index is made only for what comes to mind
  let waiting = related.map(({ candidate, index, emotion }) => ({
    candidate,
    parts: { meaning: meanings[index], emotion, recency: recencyOf(candidate) },
  }));
  const taken: (RankedMemory & { readonly candidate: RecallCandidate })[] = [];
  while (waiting.length > 0 && taken.length < limit) {
    const scored = waiting.map(({ candidate, parts }) => {
      const repeated = Math.max(0, ...taken.map((better) => repetition(candidate, better.candidate)));
      const all = rounded({ ...parts, novelty: (1 - repeated) / (1 + (candidate.timesRecalled ?? 0)) });
      return { candidate, memory: candidate.memory, score: scoreOf(all, weights), parts: all };
    });
    const best = scored.reduce((first, other) => (other.score > first.score ? other : first));
    taken.push(best);
    waiting = waiting.filter(({ candidate }) => candidate !== best.candidate);
  }
  return taken.map(({ memory, score, parts }) => ({ memory, score, parts }));
}

/** Cosines with the cue, at least 0; undefined unless the cue and all candidates have vectors. */
function cosinesOf(candidates: readonly RecallCandidate[], { vector }: RecallCue): readonly number[] | undefined {
  if (vector === undefined) return undefined;
  const vectors = candidates.flatMap((candidate) => candidate.vector ?? []);
  return vectors.length === candidates.length ? vectors.map((other) => Math.max(0, cosine(other, vector))) : undefined;
}

function sharesOfWords(candidates: readonly RecallCandidate[], { text }: RecallCue): readonly number[] {
  return lexicalScores(
    candidates.map(({ memory }) => wordsOfMemory(memory).all),
    text,
  );
}

function emotionOf({ memory }: RecallCandidate, { mood }: RecallCue): number | undefined {
  return mood === null || isFaint(mood) || memory.emotions === null ? undefined : emotionSimilarity(memory.emotions, mood);
}

function recencyOf({ scenesSince }: RecallCandidate): number | undefined {
  return scenesSince === undefined
    ? undefined
    : Math.max(LEAST_RECENCY, 0.5 ** (Math.max(0, scenesSince - 1) / RECENCY_HALF_LIFE));
}

/** Likeness of feelings from which a mood alone brings a memory back. */
const NEARLY_THE_SAME_FEELING = 0.7;

function isRelated(standsOut: boolean, emotion = 0, { semanticWeight, emotionWeight }: RecallWeights): boolean {
  if (semanticWeight === 0 && emotionWeight === 0) return true;
  return (semanticWeight > 0 && standsOut) || (emotionWeight > 0 && emotion >= NEARLY_THE_SAME_FEELING);
}

/** How far a memory repeats another one, 0 to 1. */
function repetition(a: RecallCandidate, b: RecallCandidate): number {
  if (a.vector !== undefined && b.vector !== undefined) return Math.min(1, Math.max(0, cosine(a.vector, b.vector)));
  return commonWords(a.memory.text, b.memory.text);
}

function scoreOf({ meaning, emotion, recency, novelty }: RecallParts, weights: RecallWeights): number {
  const { semanticWeight, emotionWeight, recencyWeight, noveltyWeight } = weights;
  const rows = [
    [meaning, semanticWeight],
    [emotion, emotionWeight],
    [recency, recencyWeight],
    [novelty, noveltyWeight],
  ] as const;
  const known = rows.flatMap(([part, weight]) => (part === undefined ? [] : [[part, weight] as const]));
  const total = known.reduce((sum, [, weight]) => sum + weight, 0);
  return total === 0 ? 0 : toThousandths(known.reduce((sum, [part, weight]) => sum + part * weight, 0) / total);
}

/** Parts with three decimals, without the unknown ones. */
function rounded(parts: RecallParts): RecallParts {
  const known = Object.entries(parts).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return Object.fromEntries(known.map(([name, value]) => [name, toThousandths(value)]));
}

function toThousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
