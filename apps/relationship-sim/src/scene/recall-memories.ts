import { getTextEmbeddings } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import {
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

/** What the opening brings back to each partner: all vectors it takes, of old memories and new, in one call. */
export async function recallMemories(scope: Scope, state: RelationshipState, cast: Cast): Promise<readonly RelationshipFact[]> {
  const { recalledMemories: limit, semanticWeight } = cast.settings;
  const { scene, opening } = stageOf(state);
  const recallable = byPartner((partner) => (limit === 0 ? [] : recallableMemories(state, partner, scene)));
  if (PARTNERS.every((partner) => recallable[partner].length === 0)) return [];

  const cueText = `${opening.theme}. ${opening.situation} ${opening.conflict}`;
  const texts = [...new Set([cueText, ...PARTNERS.flatMap((partner) => recallable[partner].map(({ text }) => text))])];
  // By feeling alone, no meaning is looked at.
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
      { ...(vector && { vector }), ...(mood && { emotions: mood }) },
      { limit, semanticWeight },
    );
    if (ranked.length === 0) return [];
    const memories = ranked.map(({ memory, score }) => ({ id: memory.id, score: Math.round(score * 1000) / 1000 }));
    return [{ type: 'memories-recalled', scene, partner, memories }];
  });
}

/** All but those of the scene just before, which are still before the partner's eyes; of the same words only the oldest. */
function recallableMemories(state: RelationshipState, partner: Partner, scene: number): readonly LongTermMemory[] {
  const { memories } = state.minds[partner];
  const old = memories.filter(({ origin }) => origin.kind === 'past' || origin.scene < scene - 1);
  return old.filter(({ text }, index) => old.findIndex((other) => other.text === text) === index);
}
