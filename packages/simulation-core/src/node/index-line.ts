import type { IndexedEntry } from '../journal/journal-index.js';
import { indexEntry } from '../journal/journal-index.js';
import { parseEntry } from '../journal/parse-entry.js';

/** Longest beginning of a line in which type and key are looked for. Keys are short: paths, hashes, names of steps. */
const HEAD_BYTES = 512;
const HEAD =
  /^\{"type":"([a-z-]+)","v":1(?:,"(?:path|hash|step|key)":("(?:[^"\\]|\\.)*"))?(?:,"fact":\{"type":("(?:[^"\\]|\\.)*"))?/;

/**
 * Index entry of a line, read from its beginning as this package writes it. A line that begins in another way is parsed.
 * @throws JournalCorruptError for such a line if it is no entry
 */
export function indexLine(line: Buffer, runId: string, number: number): IndexedEntry {
  const match = HEAD.exec(line.toString('utf8', 0, HEAD_BYTES));
  const type = match?.[1];
  if (type === undefined || !isIndexed(type, match?.[2], match?.[3]))
    return indexEntry(parseEntry(line.toString('utf8'), runId, number + 1));
  return { type, key: unquote(match?.[2]), fact: unquote(match?.[3]) };
}

/** Types whose entries have a key right behind their version, and whether it is a fact. */
const KEYED: ReadonlySet<string> = new Set<IndexedEntry['type']>([
  'answer-recorded',
  'branches-opened',
  'call-failed',
  'embeddings-recorded',
  'fact-recorded',
  'later-joined',
  'later-started',
  'part-recorded',
  'run-forked',
  'step-ended',
  'step-reasked',
  'step-started',
  'work-joined',
]);
const UNKEYED: ReadonlySet<string> = new Set<IndexedEntry['type']>([
  'run-ended',
  'run-interrupted',
  'run-resumed',
  'run-started',
]);

function isIndexed(type: string, key: string | undefined, fact: string | undefined): type is IndexedEntry['type'] {
  if (UNKEYED.has(type)) return true;
  return KEYED.has(type) && key !== undefined && (type === 'fact-recorded') === (fact !== undefined);
}

function unquote(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return text.includes('\\') ? (JSON.parse(text) as string) : text.slice(1, -1);
}
