import type { JournalIndex } from '@entente/simulation-core/journal';
import type { MadeFact } from './facts-of-calls.js';
import type { OpenRun } from './open-run.js';
import { type CallEntry, isCall } from './call-row.js';
import { callBefore } from './call-before.js';

/** A message part as it was sent. */
export interface SentPart {
  readonly kind: string;
  readonly text: string;
  /** Whether the call before of the same actor and prompt did not hold this part. */
  readonly isNew: boolean;
}

/** One call, whole: its prompt, and the entry without the texts of the prompt. */
export interface CallPage {
  readonly messages: readonly { readonly role: string; readonly parts: readonly SentPart[] }[];
  /** Vectors are left out. */
  readonly entry: CallEntry;
  /** Entry of the call before of the same actor and prompt; null for the first one. */
  readonly before: number | null;
  /** Facts that were made from the reply. */
  readonly facts: readonly MadeFact[];
}

/** Reads a call and puts the texts of its prompt together; undefined where the entry is no call. */
export async function readCallPage({ index, calls, facts }: OpenRun, number: number): Promise<CallPage | undefined> {
  if (number >= index.entries.length) return undefined;
  const [entry] = await index.read([number]);
  if (entry === undefined || !isCall(entry)) return undefined;
  if (entry.type === 'embeddings-recorded')
    return { entry: { ...entry, vectors: [] }, messages: [], before: null, facts: await facts.of(entry.path) };
  if (entry.type === 'call-failed') return { entry, messages: [], before: null, facts: [] };
  const before = callBefore(await calls.all(), number);
  const known = new Set(before?.parts);
  const texts = await textsOf(index, new Set(entry.messages.flatMap(({ parts }) => parts.map(([, hash]) => hash))));
  const messages = entry.messages.map(({ role, parts }) => ({
    role,
    parts: parts.map(([kind, hash]) => ({ kind, text: texts.get(hash) ?? '', isNew: !known.has(hash) })),
  }));
  return { entry, messages, before: before?.row.entry ?? null, facts: await facts.of(entry.path) };
}

async function textsOf(index: JournalIndex, hashes: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const numbers = index.entries.flatMap(({ type, key }, at) =>
    type === 'part-recorded' && key !== undefined && hashes.has(key) ? [at] : [],
  );
  const texts = new Map<string, string>();
  for (const part of await index.read(numbers)) if (part.type === 'part-recorded') texts.set(part.hash, part.text);
  return texts;
}
