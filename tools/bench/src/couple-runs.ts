import { createModelClients, type ModelClients, nodeClock } from '@entente/llm-clients';
import { shippedLibrary } from '@entente/relationship/node';
import { coupleProgram, type RelationshipOptions, relationshipSpec } from '@entente/relationship-sim';
import type { Json, PlannedRun } from '@entente/simulation-core';
import {
  AS_LISTED,
  DEFAULT_RELATIONSHIP_SETTINGS,
  type RelationshipFact,
  type RelationshipState,
  type Roles,
} from '@entente/relationship';
import type { ChangedSettings } from './scenario.js';

export function clientsFor(): ModelClients {
  return createModelClients({ env: {}, clock: nodeClock, random: Math.random });
}

/** The predecessor's measured run. */
const SEED_RUN: ChangedSettings = { scenes: 10, interactionsPerScene: 2 };

const SWAPPED: Roles = { A: 1, B: 0 };

export interface CoupleRuns {
  readonly providerUrl: string;
  readonly couples: number;
  readonly seed: string;
  /** @default ten scenes of two interactions, and the defaults of everything else */
  readonly settings?: ChangedSettings | undefined;
}

/** Runs of the shipped couples in turn, in both casts, each with its own seed, on the provider's OpenAI wire. */
export function planCouples(options: CoupleRuns, clients: ModelClients): PlannedRun<RelationshipState, RelationshipFact>[] {
  const { providerUrl, couples, seed, settings } = options;
  const model = clients.languageModel(`openai:bench@${providerUrl}#bench`);
  const embedding = clients.embeddingModel(`openai:bench-embedding@${providerUrl}#bench`);
  const shipped = shippedLibrary().couples;
  return Array.from({ length: couples }, (_, index) => {
    const couple = shipped[index % shipped.length];
    if (couple === undefined) throw new Error('no couple ships');
    const relationship: RelationshipOptions = {
      couple,
      roles: Math.floor(index / shipped.length) % 2 === 0 ? AS_LISTED : SWAPPED,
      models: { actor: model, director: model, embedding },
      settings: { ...DEFAULT_RELATIONSHIP_SETTINGS, ...SEED_RUN, ...settings },
    };
    return {
      runId: `couple-${index}`,
      description: { spec: relationshipSpec(relationship) as unknown as Json, seed: `${seed}-${index}`, replicate: 0 },
      program: () => coupleProgram(relationship),
    };
  });
}
