import { readGameSpec } from '@entente/diplomacy-game/state';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import { canonicalJson, type JournalEntry, readRecord } from '@entente/simulation-core/journal';

/** Edit of a fork. */
export interface ForkEdit {
  /** Equal for forks with the same edit at the same step; not for people. */
  readonly key: string;
  /** Short name of the changes; `control` for none. */
  readonly name: string;
  /** Powers that the edit is about, as far as is known. */
  readonly powers: readonly Power[];
}

/** Reads a fork's edit from its journal. @param parentSpec of the parent's header */
export async function readForkEdit(entries: readonly JournalEntry[], parentSpec: unknown): Promise<ForkEdit | null> {
  const [header] = entries;
  if (header?.type !== 'run-started' || header.forkedFrom === undefined) return null;
  const { step, redrawn = false } = header.forkedFrom;
  const { edits } = await readRecord(header.runId, entries);
  // Every fork records seats and settings as a fact, changed or not; the header has them too.
  const facts = (edits.get(step) ?? []).filter(({ type }) => type !== 'table-changed');
  const replies = entries.flatMap((entry) =>
    entry.type === 'answer-recorded' && entry.edited === true ? [{ path: entry.path, text: entry.result.text }] : [],
  );
  const settings = changedPaths(plain(parentSpec), plain(header.spec));
  const changes = [
    ...settings.map((path) => path.replace(/^seats\.(\w+)\.model\..*$/, 'model of $1')),
    ...facts.map((fact) => (typeof fact['power'] === 'string' ? `${fact.type} ${fact['power']}` : fact.type)),
    ...replies.map(({ path }) => `reply ${path}`),
  ];
  const about = [...settings, ...facts.map((fact) => canonicalJson(fact)), ...replies.map(({ path }) => path)].join(' ');
  return {
    key: canonicalJson([step, settings.length === 0 ? null : header.spec, facts, replies, ...(redrawn ? ['redrawn'] : [])]),
    name:
      changes.length === 0
        ? redrawn
          ? 'control, drawn anew'
          : 'control'
        : (header.labels['edit'] ?? [...new Set(changes)].join(', ')),
    powers: POWERS.filter((power) => new RegExp(`\\b${power}\\b`).test(about)),
  };
}

/** Fills the defaults of a spec, so that games of two versions can be compared. An unreadable spec stays as it is. */
function plain(spec: unknown): unknown {
  try {
    return readGameSpec({ spec: spec as Parameters<typeof readGameSpec>[0]['spec'] });
  } catch {
    return spec;
  }
}

/** Lists the paths at which two pieces of plain data differ: `seats.FRANCE.model.modelId`. */
function changedPaths(before: unknown, after: unknown, path = ''): readonly string[] {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
  if (!isRecord(before) || !isRecord(after)) return [path];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    changedPaths(before[key], after[key], path === '' ? key : `${path}.${key}`),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
