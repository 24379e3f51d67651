import { getTextEmbeddings } from '@entente/llm-clients';
import {
  type AppraisedMemory,
  byPartner,
  type Cast,
  type LongTermMemory,
  type Partner,
  PARTNERS,
  rankMemories,
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

/** Recalls memories of each partner that fit the moment. All vectors, of old and new texts, are asked for in one call. */
export async function recallMemories(
  scope: Scope,
  state: RelationshipState,
  beat: number,
  cast: Cast,
): Promise<readonly RelationshipFact[]> {
  const { recalledMemories: limit, semanticWeight } = cast.settings;
  const { scene, opening } = stageOf(state);
  if (beat > 1) return [];
  const recallable = byPartner((partner) => (limit === 0 ? [] : recallableMemories(state, partner, scene)));
  if (PARTNERS.every((partner) => recallable[partner].length === 0)) return [];

  const cueText = `${opening.theme}. ${opening.situation}`;
  const texts = [...new Set([cueText, ...PARTNERS.flatMap((partner) => recallable[partner].map(({ text }) => text))])];
  // Recall by feeling alone needs no vectors.
  const vectors =
    cast.embeddingModel && semanticWeight > 0
      ? await getTextEmbeddings(scope.recordedEmbeddings(cast.embeddingModel), texts)
      : [];
  const vectorOf = new Map(texts.map((text, index) => [text, vectors[index]]));

  return PARTNERS.flatMap((partner): readonly RelationshipFact[] => {
    const vector = vectorOf.get(cueText);
    const { mood } = state.minds[partner];
    const ranked = rankMemories(
      recallable[partner].map((memory) => ({ memory, vector: vectorOf.get(memory.text) })),
      { vector, emotions: mood ?? undefined },
      { limit, semanticWeight },
    );
    if (ranked.length === 0) return [];
    const memories = ranked.map(({ memory, score }) => ({ id: memory.id, score: Math.round(score * 1000) / 1000 }));
    return [{ type: 'memories-recalled', scene, beat, partner, memories }];
  });
}

/** Memories except those of the last scene, which prompts still show; of memories with the same words only the oldest. */
function recallableMemories(state: RelationshipState, partner: Partner, scene: number): readonly LongTermMemory[] {
  const { memories } = state.minds[partner];
  const old = memories.filter(({ origin }) => origin.kind === 'past' || origin.scene < scene - 1);
  return old.filter(({ text }, index) => old.findIndex((other) => other.text === text) === index);
}
