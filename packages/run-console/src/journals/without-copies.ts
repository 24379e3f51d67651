import { canonicalJson, type RunSummary } from '@entente/simulation-core';

type Listed = Pick<RunSummary, 'runId' | 'header' | 'contents'>;

/** Runs of which each counts once. */
export interface DistinctRuns<Run> {
  readonly runs: readonly Run[];
  /** Those that were left out because the same run counts under another folder's name. */
  readonly copies: readonly Run[];
  /** A line for each that was left out, naming its folder and the one that counts. */
  readonly notes: readonly string[];
  /** How many could not be decided on: copies that went on differently, without their original. */
  readonly undecided: number;
}

/**
 * Leaves copied folders out. Folders whose journals begin with the same header hold one run. Of these the one counts that is called
 * like the run, else, where they all hold the same, the first; where they do not, none does.
 */
export function withoutCopies<Run extends Listed>(all: readonly Run[]): DistinctRuns<Run> {
  const groups = new Map<string, Run[]>();
  for (const run of all) {
    const key = canonicalJson(run.header);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  const kept = new Set<Run>();
  const copies = new Set<Run>();
  const notes: string[] = [];
  let undecided = 0;
  for (const group of groups.values()) {
    const { counts, lines } = decide(group);
    if (counts) {
      kept.add(counts);
      for (const run of group) if (run !== counts) copies.add(run);
    } else undecided += group.length;
    notes.push(...lines);
  }
  return { runs: all.filter((run) => kept.has(run)), copies: all.filter((run) => copies.has(run)), notes, undecided };
}

/** The original's name by the name of each copy that is listed beside it, for lists. */
export function copiesAmong(all: readonly Listed[]): ReadonlyMap<string, string> {
  const names = new Set(all.map(({ runId }) => runId));
  return new Map(
    all.flatMap(({ runId, header }) =>
      runId !== header.runId && names.has(header.runId) ? [[runId, header.runId] as const] : [],
    ),
  );
}

function decide<Run extends Listed>(
  group: readonly Run[],
): { readonly counts: Run | undefined; readonly lines: readonly string[] } {
  const [first, second] = group;
  if (second === undefined) return { counts: first, lines: [] };
  const original = group.find(({ runId, header }) => runId === header.runId);
  const isSame = group.every(({ contents }) => contents === group[0]!.contents);
  const counts = original ?? (isSame ? first : undefined);
  if (counts === undefined) {
    const names = group.map(({ runId }) => runId).join(', ');
    return {
      counts,
      lines: [
        `${names} are copies of ${first!.header.runId} that went on differently, so none of them counts; name the one that is meant`,
      ],
    };
  }
  const lines = group
    .filter((run) => run !== counts)
    .map(({ runId, contents }) =>
      contents === counts.contents
        ? `${runId} is a copy of ${counts.runId} and is left out`
        : `${runId} is a copy of ${counts.runId} that went on differently; it is left out, and ${counts.runId} counts: name ${runId} alone to have it instead`,
    );
  return { counts, lines };
}
