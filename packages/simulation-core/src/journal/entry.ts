import {
  ATTEMPT_OUTCOMES,
  FINISH_REASONS,
  MESSAGE_ROLES,
  PART_KINDS,
  PROVIDER_ERROR_KINDS,
  REASONING_EFFORTS,
  STRUCTURED_RUNGS,
} from '@entente/llm-clients/contract';
import { z } from 'zod';

/** Version that is written. Older versions can always be read. */
export const JOURNAL_VERSION = 1;

const count = z.number().int().nonnegative();
/** Milliseconds since the Unix epoch. */
const instant = z.number();
const version = z.literal(JOURNAL_VERSION);

const usage = z.object({
  inputTokens: count,
  outputTokens: count,
  cacheReadTokens: count,
  cacheWriteTokens: count,
  reasoningTokens: count,
  /** Set where the provider did not report usage, so part of it was estimated from the texts. */
  estimated: z.literal(true).optional(),
});

export const attemptSchema = z.object({
  outcome: z.enum(ATTEMPT_OUTCOMES),
  latencyMs: z.number(),
  /** Part of the latency that this process caused by being busy; absent where unknown. */
  ownDelayMs: z.number().optional(),
  status: z.number().optional(),
  message: z.string().optional(),
  requestId: z.string().optional(),
});

const modelRef = z.object({ provider: z.string(), modelId: z.string(), baseUrl: z.string().optional() });

const label = z.object({ name: z.string(), version: z.string() });

const sampling = z.object({
  temperature: z.number().optional(),
  topP: z.number().optional(),
  seed: z.number().optional(),
  reasoningEffort: z.enum(REASONING_EFFORTS).optional(),
  maxOutputTokens: z.number().optional(),
});

/** Running totals of the calls that a run paid for. A fork does not count inherited ones. */
const totals = z.object({
  calls: count,
  failedAttempts: count,
  /** By `provider:modelId`. */
  usage: z.record(z.string(), usage),
  /** Sum of the models' time over all answers (`modelTimeMs`): the duration of the run done one call at a time. */
  sequentialMs: z.number(),
});

/** Base URLs by `provider:model@baseUrl` of the header, for every model that is asked elsewhere from here on. */
const addresses = z.record(z.string(), z.string());

/** Number and running checksum of all facts of a run so far, inherited ones included, dropped ones excluded. */
const factsOnRecord = z.object({ count, checksum: z.string() });

/** First line of a journal: everything that shapes the run's results, and its origin. */
const runStarted = z.object({
  type: z.literal('run-started'),
  v: version,
  runId: z.string(),
  /** Program kind. */
  program: z.string(),
  /** Hash of program, spec, seed and replicate. */
  identity: z.string(),
  /** Everything that an app needs to build the program again: models, prompt hashes, settings. Never a key. */
  spec: z.json(),
  seed: z.string(),
  replicate: count,
  packageVersion: z.string(),
  labels: z.record(z.string(), z.string()),
  at: instant,
  forkedFrom: z
    .object({
      runId: z.string(),
      step: z.string(),
      future: count,
      /** Seeds in force, oldest first; each holds until `untilStep` begins. */
      seeds: z.array(z.object({ untilStep: z.string(), seed: z.string() })),
      /** Identity of the parent, which is part of the fork's own. */
      parentIdentity: z.string().optional(),
      /** Call paths whose replies this fork replaced. Their answers are marked `edited`, as are those of earlier forks. */
      editedPaths: z.array(z.string()).optional(),
      /** Set if the fork uses none of its parent's answers in its first step: a control for edits that leave none either. */
      redrawn: z.literal(true).optional(),
      /** Step since which `spec` holds, where a fork changed it. Earlier steps were played by another spec. */
      specSince: z.string().optional(),
    })
    .optional(),
});

/** End of the inherited part of a fork: its parent's finished steps, then the facts of its edits. */
const runForked = z.object({
  type: z.literal('run-forked'),
  v: version,
  step: z.string(),
  /** Addresses that the models of the parent, and so of the fork, had moved to. */
  addresses: addresses.optional(),
  at: instant,
});

const runResumed = z.object({
  type: z.literal('run-resumed'),
  v: version,
  packageVersion: z.string(),
  /** Set if this session moved a model. */
  addresses: addresses.optional(),
  at: instant,
});

/** A distinct text of a message part, recorded once a run. */
const partRecorded = z.object({ type: z.literal('part-recorded'), v: version, hash: z.string(), text: z.string() });

export const resultSchema = z.object({
  text: z.string(),
  reasoning: z.string().optional(),
  finishReason: z.enum(FINISH_REASONS),
  usage,
  latencyMs: z.number(),
  ownDelayMs: z.number().optional(),
  attempts: z.array(attemptSchema),
  requestId: z.string().optional(),
  servedModel: z.string().optional(),
  servingProvider: z.string().optional(),
  fingerprint: z.string().optional(),
  droppedParameters: z.array(z.string()),
  changedParameters: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
  structuredRung: z.enum(STRUCTURED_RUNGS).optional(),
});

/** Answer of a model to one call. */
const answerRecorded = z.object({
  type: z.literal('answer-recorded'),
  v: version,
  path: z.string(),
  requestHash: z.string(),
  label: label.optional(),
  model: modelRef,
  messages: z.array(z.object({ role: z.enum(MESSAGE_ROLES), parts: z.array(z.tuple([z.enum(PART_KINDS), z.string()])) })),
  schemaHash: z.string().optional(),
  sampling: sampling.optional(),
  result: resultSchema,
  at: instant,
  /** Set on answers that a fork took over from its parent's open step: used if path and hash match, otherwise asked anew. */
  inherited: z.literal(true).optional(),
  /** Set if a fork replaced the recorded reply. The new one holds, whatever is asked there now. */
  edited: z.literal(true).optional(),
});

/** Vectors of texts that had none on record yet. */
const embeddingsRecorded = z.object({
  type: z.literal('embeddings-recorded'),
  v: version,
  path: z.string(),
  model: modelRef,
  /** Digests of texts with their vectors: little-endian 32-bit floats in base64. */
  vectors: z.array(z.object({ hash: z.string(), vector: z.string() })),
  usage,
  latencyMs: z.number(),
  ownDelayMs: z.number().optional(),
  attempts: z.array(attemptSchema),
  at: instant,
  inherited: z.literal(true).optional(),
});

/** A call without an answer; kept for accounting, never replayed. */
const callFailed = z.object({
  type: z.literal('call-failed'),
  v: version,
  path: z.string(),
  kind: z.enum([...PROVIDER_ERROR_KINDS, 'other']),
  message: z.string(),
  model: modelRef,
  attempts: z.array(attemptSchema),
  at: instant,
});

/** A fact, in program order. */
const factRecorded = z.object({
  type: z.literal('fact-recorded'),
  v: version,
  step: z.string(),
  fact: z.looseObject({ type: z.string() }),
});

const stepStarted = z.object({ type: z.literal('step-started'), v: version, step: z.string(), at: instant });
const stepEnded = z.object({
  type: z.literal('step-ended'),
  v: version,
  step: z.string(),
  totals,
  facts: factsOnRecord.optional(),
  /** Repeated, so that the tail of a journal has them. */
  addresses: addresses.optional(),
  at: instant,
});
/** `--reask`: entries since the last finished step no longer count as history, but stay paid. */
const stepReasked = z.object({ type: z.literal('step-reasked'), v: version, step: z.string(), at: instant });

/** Structure, for the critical path: branches of an `inParallel`, work started and joined by `later` and `defer`. */
const branchesOpened = z.object({ type: z.literal('branches-opened'), v: version, path: z.string(), keys: z.array(z.string()) });
const laterStarted = z.object({ type: z.literal('later-started'), v: version, path: z.string(), name: z.string() });
const laterJoined = z.object({ type: z.literal('later-joined'), v: version, path: z.string(), name: z.string() });
const workJoined = z.object({ type: z.literal('work-joined'), v: version, key: z.string() });

/** A stop that can be resumed. Never a fact, as it is no part of the simulated world. */
const runInterrupted = z.object({
  type: z.literal('run-interrupted'),
  v: version,
  reason: z.enum(['stopped', 'budget', 'provider', 'error']),
  message: z.string(),
  totals,
  at: instant,
});

const runEnded = z.object({
  type: z.literal('run-ended'),
  v: version,
  totals,
  facts: factsOnRecord.optional(),
  /** Result of the run in the app's own form, so that it can be shown without reading the whole journal. */
  result: z.json().optional(),
  addresses: addresses.optional(),
  at: instant,
});

export const journalEntrySchema = z.discriminatedUnion('type', [
  runStarted,
  runForked,
  runResumed,
  partRecorded,
  answerRecorded,
  embeddingsRecorded,
  callFailed,
  factRecorded,
  stepStarted,
  stepEnded,
  stepReasked,
  branchesOpened,
  laterStarted,
  laterJoined,
  workJoined,
  runInterrupted,
  runEnded,
]);

/** One line of a journal. `type` is its first key, `v` its second. */
export type JournalEntry = z.infer<typeof journalEntrySchema>;
export type EntryOf<Type extends JournalEntry['type']> = Extract<JournalEntry, { type: Type }>;
export type FactsOnRecord = z.infer<typeof factsOnRecord>;
export type RunTotals = z.infer<typeof totals>;
export type InterruptionReason = EntryOf<'run-interrupted'>['reason'];

/** First entry of a journal: what is run, with which models, settings and seed. */
export type RunHeader = EntryOf<'run-started'>;

/** Parts of a header that are enough to build the run's program. */
export type RunBlueprint = Pick<RunHeader, 'spec' | 'seed' | 'labels'>;
