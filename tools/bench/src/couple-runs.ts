import { createModelClients, type ModelClients, nodeClock } from '@entente/llm-clients';
import { shippedLibrary } from '@entente/relationship/node';
import { coupleProgram, type RelationshipOptions, relationshipSpec } from '@entente/relationship-sim';
import type { Json, PlannedRun } from '@entente/simulation-core';
import {
  DEFAULT_RELATIONSHIP_SETTINGS,
  type RelationshipFact,
  type RelationshipSettings,
  type RelationshipState,
} from '@entente/relationship';
import type { Extent } from './scenario.js';

export function clientsFor(): ModelClients {
  return createModelClients({ env: {}, clock: nodeClock, random: Math.random });
}

const EXTRAS: Readonly<Record<Extent, Partial<RelationshipSettings>>> = {
  all: {},
  seed: { reflection: 'off', partnerAppraisal: false, context: false },
};

export interface CoupleRuns {
  readonly providerUrl: string;
  readonly couples: number;
  readonly scenes: number;
  readonly interactionsPerScene: number;
  readonly seed: string;
  readonly extent: Extent;
}

/** Runs of the shipped couples in turn, each with its own seed, on the provider's OpenAI wire. */
export function planCouples(options: CoupleRuns, clients: ModelClients): PlannedRun<RelationshipState, RelationshipFact>[] {
  const { providerUrl, couples, scenes, interactionsPerScene, seed, extent } = options;
  const model = clients.languageModel(`openai:bench@${providerUrl}#bench`);
  const embedding = clients.embeddingModel(`openai:bench-embedding@${providerUrl}#bench`);
  return Array.from({ length: couples }, (_, index) => {
    const shipped = shippedLibrary().couples;
    const couple = shipped[index % shipped.length]!;
    const relationship: RelationshipOptions = {
      couple,
      models: { actor: model, director: model, embedding },
      settings: { ...DEFAULT_RELATIONSHIP_SETTINGS, ...EXTRAS[extent], scenes, interactionsPerScene },
    };
    return {
      runId: `couple-${index}`,
      description: { spec: relationshipSpec(relationship) as unknown as Json, seed: `${seed}-${index}`, replicate: 0 },
      program: () => coupleProgram(relationship),
    };
  });
}
