import { createModelClients, type ModelClients, nodeClock } from '@entente/llm-clients';
import { COUPLES, coupleProgram, type RelationshipOptions, relationshipSpec } from '@entente/relationship-sim';
import type { Json, PlannedRun } from '@entente/simulation-core';
import { DEFAULT_RELATIONSHIP_SETTINGS, type RelationshipFact, type RelationshipState } from '@entente/simulation-core/scenes';

export function clientsFor(): ModelClients {
  return createModelClients({ env: {}, clock: nodeClock, random: Math.random });
}

export interface CoupleRuns {
  readonly providerUrl: string;
  readonly couples: number;
  readonly scenes: number;
  readonly interactionsPerScene: number;
  readonly seed: string;
}

/** Runs of the shipped couples in turn, each with its own seed, on the provider's OpenAI wire. */
export function planCouples(options: CoupleRuns, clients: ModelClients): PlannedRun<RelationshipState, RelationshipFact>[] {
  const { providerUrl, couples, scenes, interactionsPerScene, seed } = options;
  const model = clients.languageModel(`openai:bench@${providerUrl}#bench`);
  const embedding = clients.embeddingModel(`openai:bench-embedding@${providerUrl}#bench`);
  return Array.from({ length: couples }, (_, index) => {
    const couple = COUPLES[index % COUPLES.length]!;
    const relationship: RelationshipOptions = {
      couple,
      models: { actor: model, director: model, embedding },
      settings: { ...DEFAULT_RELATIONSHIP_SETTINGS, scenes, interactionsPerScene },
    };
    return {
      runId: `couple-${index}`,
      description: { spec: relationshipSpec(relationship) as unknown as Json, seed: `${seed}-${index}`, replicate: 0 },
      program: () => coupleProgram(relationship),
    };
  });
}
