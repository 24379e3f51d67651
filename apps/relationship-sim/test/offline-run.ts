import {
  createOfflineEmbeddingModel,
  createOfflineModel,
  type GenerateRequest,
  type LanguageModel,
  messageText,
  nodeClock,
} from '@entente/llm-clients';
import {
  createMemoryStore,
  type JournalEntry,
  type JournalStore,
  type Json,
  type Program,
  type RunOutcome,
  startRun,
} from '@entente/simulation-core';
import {
  type Couple,
  DEFAULT_RELATIONSHIP_SETTINGS,
  type RelationshipFact,
  type RelationshipSettings,
  type RelationshipState,
  type Roles,
} from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';
import { offlineResponders } from '../src/offline-responders.js';
import { coupleProgram, relationshipSpec } from '../src/relationship-program.js';

/** Returns a shipped couple by its name. */
export function coupleNamed(name: string): Couple {
  const couple = shippedLibrary().couples.find(({ id }) => id === name);
  if (!couple) throw new Error(`There is no couple ${name}.`);
  return couple;
}

/** Run of a couple on the offline model, with all requests and entries. */
export interface OfflineRun {
  readonly outcome: RunOutcome<RelationshipState>;
  readonly entries: readonly JournalEntry[];
  readonly facts: readonly RelationshipFact[];
  readonly requests: readonly GenerateRequest[];
}

export interface OfflineRunOptions {
  readonly settings?: Partial<RelationshipSettings>;
  /** @default 'maya-jonas' */
  readonly couple?: string;
  readonly roles?: Roles;
  readonly seed?: string;
  readonly store?: JournalStore;
  readonly embedding?: boolean;
  /** Wraps the offline model. */
  readonly through?: (model: LanguageModel) => LanguageModel;
}

export const offlineModel = createOfflineModel({ responders: offlineResponders, clock: nodeClock });

/** Builds the program of such a run and its spec; appends every request to `asked`. */
export function offlineProgram(
  options: OfflineRunOptions,
  asked: GenerateRequest[] = [],
): { readonly program: Program<RelationshipState, RelationshipFact>; readonly spec: Json } {
  const { settings, couple = 'maya-jonas', roles, through = (model) => model, embedding = true } = options;
  const model = through({
    ...offlineModel,
    generate: (request) => {
      asked.push(request);
      return offlineModel.generate(request);
    },
  });
  const relationship = {
    couple: coupleNamed(couple),
    roles,
    models: {
      actor: model,
      director: model,
      embedding: embedding ? createOfflineEmbeddingModel({ clock: nodeClock }) : undefined,
    },
    settings: { ...DEFAULT_RELATIONSHIP_SETTINGS, ...settings },
  };
  return { program: coupleProgram(relationship), spec: JSON.parse(JSON.stringify(relationshipSpec(relationship))) as Json };
}

export async function offlineRun(options: OfflineRunOptions = {}): Promise<OfflineRun> {
  const { seed = '1', store = createMemoryStore() } = options;
  const requests: GenerateRequest[] = [];
  const { program, spec } = offlineProgram(options, requests);
  const outcome = await startRun(program, {
    store,
    clock: nodeClock,
    packageVersion: 'test',
    runId: 'run',
    description: { spec, seed, replicate: 0 },
  });
  const entries = await readAll(store);
  return { outcome, entries, requests, facts: factsIn(entries) };
}

export async function readAll(store: JournalStore, runId = 'run'): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of store.read(runId)) entries.push(entry);
  return entries;
}

/** Facts of the relationship, without those of the runner. */
export function factsIn(entries: readonly JournalEntry[]): readonly RelationshipFact[] {
  return entries.flatMap((entry) =>
    entry.type === 'fact-recorded' && entry.fact.type !== 'work-deferred' ? [entry.fact as unknown as RelationshipFact] : [],
  );
}

export const shown = (request: GenerateRequest): string => request.messages.map(messageText).join('\n\n');
export const labelOf = (request: GenerateRequest): string => request.label?.name ?? '';
export const partOf = (request: GenerateRequest, wanted: string): string =>
  request.messages.flatMap(({ parts }) => parts).find(({ kind }) => kind === wanted)?.text ?? '';
