import { cutText, type GenerateRequest, messageText, readReply } from '@entente/llm-clients';
import { callPath, type JournalStore, parseCallPath, type Program, type ProbedStep, probeStep } from '@entente/simulation-core';
import { z } from 'zod';
import { UsageError } from '../cli/console-error.js';
import type { RunEdit, RunEdits } from './run-edits.js';

export interface RepliesRequest<State, Fact extends { readonly type: string }> {
  /** The parent, and the step at which it is forked. */
  readonly runId: string;
  readonly step: string;
  readonly store: Pick<JournalStore, 'read'>;
  /** As the fork plays it. */
  readonly program: Program<State, Fact>;
  readonly facts: RunEdit['facts'];
  /** As `RunEdits` has it. @default nothing is lost */
  readonly lost?: RunEdits<State>['lost'];
}

/**
 * Refuses edited replies that cannot take effect: no call is made at the path, the reply does not fit the shape that is asked for, the model
 * would be asked again, a part of the reply is lost, or the outcome stays the same. The step is executed from the record; no model is asked.
 * @param replies by call path
 * @throws UsageError naming the path, what is wrong, and the shape that is expected
 */
export async function checkReplies<State, Fact extends { readonly type: string }>(
  replies: Readonly<Record<string, string>>,
  request: RepliesRequest<State, Fact>,
): Promise<void> {
  const paths = Object.keys(replies);
  if (paths.length === 0) return;
  const { program, runId, store, step, facts = [], lost = () => [] } = request;
  const probe = async (edited: Readonly<Record<string, string>>): Promise<ProbedStep> =>
    probeStep(program, runId, store, { at: step, facts, replies: edited });
  const before = await probe({});
  for (const path of paths) {
    const asked = before.requests.get(path);
    if (asked?.schema !== undefined) assertReadable(path, replies[path] ?? '', asked.schema);
  }
  const after = await probe(replies);
  for (const path of paths) assertTaken(path, after, step);
  for (const path of paths) {
    const alone = paths.length === 1 ? after : await probe({ [path]: replies[path] ?? '' });
    const asOnRecord = lost(path, before.facts);
    const [loss] = lost(path, alone.facts).filter((each) => !asOnRecord.includes(each));
    if (loss !== undefined) throw new UsageError(`The edited reply at ${path} has no effect in part: ${loss}.`);
    if (alone.outcome === before.outcome)
      throw new UsageError(`The edited reply at ${path} has no effect: everything comes out of it as of the one on record.`);
  }
}

/** Returns the schema that each call of a step asks for, by call path; `null` for calls that ask for text. */
export async function shapesOfStep<State, Fact extends { readonly type: string }>({
  program,
  runId,
  store,
  step,
}: Omit<RepliesRequest<State, Fact>, 'facts' | 'lost'>): Promise<ReadonlyMap<string, z.ZodType | null>> {
  const { requests } = await probeStep(program, runId, store, { at: step });
  return new Map([...requests].map(([path, { schema }]) => [path, schema ?? null]));
}

function assertReadable(path: string, text: string, schema: z.ZodType): void {
  const read = readReply(text, schema);
  if (!read.ok)
    throw new UsageError(`The edited reply at ${path} cannot be read: ${read.complaint}; expected is ${describeShape(schema)}.`);
}

function assertTaken(path: string, { requests }: ProbedStep, step: string): void {
  const asked = requests.get(path);
  if (asked === undefined)
    throw new UsageError(`The edited reply at ${path} has no effect: ${step} does not ask there, as the fork plays it.`);
  const again = requests.get(nextPath(path));
  if (again === undefined || again.label?.name !== asked.label?.name) return;
  throw new UsageError(`The edited reply at ${path} would not be taken, but asked for again: ${complaintOf(again)}`);
}

/** Path of the next call of the same scope: `a/b#1` for `a/b#0`. */
const nextPath = (path: string): string => {
  const { base, number } = parseCallPath(path);
  return callPath(base, number + 1);
};

function complaintOf({ messages }: GenerateRequest): string {
  const last = messages.at(-1);
  const words = last === undefined ? '' : messageText(last).replace(/\s+/g, ' ').trim();
  return words.length > 300 ? `${cutText(words, 299)}…` : words;
}

/** Describes the shape that a schema asks for: `{"messages": array, "done": boolean}`. */
export function describeShape(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    readonly type?: unknown;
    readonly properties?: Readonly<Record<string, { readonly type?: unknown }>>;
  };
  if (json.properties === undefined) return typeof json.type === 'string' ? `JSON: ${json.type}` : 'JSON';
  const members = Object.entries(json.properties).map(
    ([key, { type }]) => `"${key}"${typeof type === 'string' ? `: ${type}` : ''}`,
  );
  return `{${members.join(', ')}}`;
}
