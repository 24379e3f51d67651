import { nearestName } from '@entente/llm-clients';
import type { Answer, ForkFact, Json, RecordedFact } from '@entente/simulation-core';
import type { RunBlueprint, RunHeader } from '@entente/simulation-core/journal';
import { UsageError } from '../cli/console-error.js';
import type { LiveModels } from '../session/model-source.js';

/** One `--set key=value`, as it was typed. */
export interface KeyedEdit {
  readonly key: string;
  readonly value: string;
}

/** Changes that a fork makes to the run it continues. */
export interface RunEdit {
  /** The fork's own spec, where settings or models are changed. @default as it was */
  readonly spec?: Json | undefined;
  /** Facts to record before the step, for a `--set` that changes the state. @default [] */
  readonly facts?: readonly ForkFact[];
  /** Reply texts by call path, to stand in the place of those on record in the step. @default {} */
  readonly replies?: Readonly<Record<string, string>>;
  /** Half a line that tells this edit from others, for tables and labels; no key may be in it. @default '' */
  readonly summary?: string | undefined;
}

/** The moment at which a run is forked. */
export interface ForkStart<State> {
  readonly runId: string;
  readonly header: RunHeader;
  /** The first step that the fork plays itself. */
  readonly step: string;
  /** As the step is about to begin. */
  readonly state: State;
  /** Answers recorded in the step, by call path. A fork may replace their replies. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** The spec so far: the parent's, or what `--set` has made of it. */
  readonly spec: Json;
  /** For describing models that an edit names. */
  readonly models: LiveModels;
  /** Folder that relative paths of an edit are meant in. */
  readonly cwd: string;
}

/** Settings of a kind of run that `fork --set` may change. */
export interface RunEdits<State> {
  /** Every key of this run: `model`, `settings.steps`. Others are refused with the nearest of these. */
  keys(blueprint: RunBlueprint): readonly string[];
  /**
   * Makes an edit of keys that are all known, each given once. It is asked for every fork, also without any key, so that
   * the spec can be brought up to what this build plays (the digest of prompts).
   * @throws UsageError for a value that cannot be read
   */
  apply(sets: readonly KeyedEdit[], start: ForkStart<State>): RunEdit | Promise<RunEdit>;
  /**
   * Parts of the reply at a call path that are lost, such as a message to nobody; each a whole clause for people.
   * @param facts the facts of the step with that reply
   * @default nothing
   */
  readonly lost?: (path: string, facts: readonly RecordedFact[]) => readonly string[];
}

/** Reads `key=value`. @throws UsageError */
export function parseKeyedEdit(text: string): KeyedEdit {
  const [, key, value] = /^\s*([^=\s]+)\s*=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined)
    throw new UsageError(`--set cannot be "${withoutModelKey(text)}"; write a key and its value, e.g. model=offline.`);
  return { key, value: value.trim() };
}

/** @throws UsageError for a key that there is not, naming the nearest, and for one that is given twice */
export function assertKnownKeys(sets: readonly KeyedEdit[], known: readonly string[]): void {
  for (const [index, { key }] of sets.entries()) {
    if (!known.includes(key)) {
      const near = nearestName(key, known);
      throw new UsageError(
        `--set knows no "${key}"${near === undefined ? '' : ` (did you mean ${near}?)`}; there is ${known.join(', ') || 'nothing to set'}.`,
      );
    }
    if (sets.findIndex((set) => set.key === key) !== index) throw new UsageError(`--set gives ${key} twice; give it once.`);
  }
}

/** Two edits as one; of two specs the second counts, as it was made out of the first. @throws UsageError where both edit a reply */
export function joinEdits(first: RunEdit, second: RunEdit): RunEdit {
  const both = Object.keys(first.replies ?? {}).find((path) => Object.hasOwn(second.replies ?? {}, path));
  if (both !== undefined) throw new UsageError(`The reply at ${both} is edited twice; edit it in one place.`);
  const spec = second.spec ?? first.spec;
  return {
    spec,
    facts: [...(first.facts ?? []), ...(second.facts ?? [])],
    replies: { ...first.replies, ...second.replies },
    summary: [first.summary, second.summary].filter(Boolean).join(' '),
  };
}

/** A value as it may be shown and kept: without the key that a model id may carry. */
export function withoutModelKey(text: string): string {
  return text.replace(/#.*$/s, '');
}
