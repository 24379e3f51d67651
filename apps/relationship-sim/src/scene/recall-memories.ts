import { getTextEmbeddings } from '@entente/llm-clients';
import {
  type AppraisedMemory,
  byPartner,
  type Cast,
  type Partner,
  PARTNERS,
  rankMemories,
  recallableMemories,
  type RecallCandidate,
  recallBackgroundOf,
  recallCueOf,
  type RelationshipFact,
  type RelationshipState,
  stageOf,
} from '@entente/relationship';
import { inParallel, type Scope } from '@entente/simulation-core';

/** Appraises the memories of both partners from before the first scene. No call is made if the settings rule out recall, which alone reads them. */
export async function appraisePast(
  scope: Scope,
  scene: number,
  { actors, settings }: Cast,
): Promise<readonly RelationshipFact[]> {
  if (scene !== 1 || settings.recalledMemories === 0) return [];
  const pasts = await inParallel(scope, PARTNERS, async (partner, branch) => {
    const { memories } = actors[partner];
    return memories.length > 0 ? actors[partner].batchAppraiseMemory(branch, memories) : [];
  });
  return PARTNERS.flatMap((partner) => keptPast(partner, pasts[partner]));
}

function keptPast(partner: Partner, past: readonly AppraisedMemory[]): readonly RelationshipFact[] {
  if (past.length === 0) return [];
  const memories = past.map(({ text, emotions }, index) => ({
    id: `past-${index + 1}`,
    text,
    emotions,
    origin: { kind: 'past' as const },
  }));
  // Memories that are missing because of the same answer share one object, which counts once.
  const failures = new Set(past.flatMap(({ missing }) => (missing ? [missing] : [])));
  const missing = [...failures].map((failure) => ({ type: 'memory-appraisal-missing' as const, scene: 0, partner, ...failure }));
  return [{ type: 'memories-kept', scene: 0, partner, memories }, ...missing];
}

/**
 * Recalls memories of each partner that fit the moment before a beat. All vectors of the beat are asked for in one call, which pays only for
 * texts that this run has not embedded yet.
 */
export async function recallMemories(
  scope: Scope,
  state: RelationshipState,
  beat: number,
  { settings, embeddingModel }: Cast,
): Promise<readonly RelationshipFact[]> {
  const { recalledMemories: limit, semanticWeight } = settings;
  if (limit === 0) return [];
  const { scene } = stageOf(state);
  const candidates = byPartner((partner) => recallableMemories(state, partner));
  const cues = byPartner((partner) => recallCueOf(state, partner));
  const background = recallBackgroundOf(state);
  const recalling = PARTNERS.filter((partner) => candidates[partner].length > 0);

  // Recall by feeling alone needs no vectors.
  const byVectors = embeddingModel !== undefined && semanticWeight > 0;
  const wanted = byVectors ? recalling.flatMap((partner) => [cues[partner], ...candidates[partner].map(textOf)]) : [];
  const texts = [...new Set(wanted)];
  const vectors = byVectors && texts.length > 0 ? await getTextEmbeddings(scope.recordedEmbeddings(embeddingModel), texts) : [];
  const vectorOf = new Map(texts.map((text, index) => [text, vectors[index]]));

  return recalling.flatMap((partner): readonly RelationshipFact[] => {
    const cue = { text: cues[partner], vector: vectorOf.get(cues[partner]), mood: state.minds[partner].mood, background };
    const known = candidates[partner].map((candidate) => ({ ...candidate, vector: vectorOf.get(textOf(candidate)) }));
    const ranked = rankMemories(known, cue, { limit, weights: settings });
    if (ranked.length === 0) return [];
    const memories = ranked.map(({ memory, score, parts }) => ({ id: memory.id, score, parts }));
    return [{ type: 'memories-recalled', scene, beat, partner, memories }];
  });
}

function textOf({ memory }: RecallCandidate): string {
  return memory.text;
}
