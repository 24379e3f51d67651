import type { RunRow } from '../../server/run-row';

/** Columns by which the list can be sorted. */
export const SORT_KEYS = ['title', 'status', 'calls', 'tokens', 'cost', 'outcome', 'startedAt', 'study'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** How the list is filtered, sorted and grouped; empty words for no filter. */
export interface ListPlan {
  readonly words: string;
  readonly program: string;
  readonly status: string;
  readonly study: string;
  readonly condition: string;
  readonly model: string;
  readonly sort: SortKey;
  readonly isDescending: boolean;
  readonly group: 'none' | 'study' | 'origin';
}

export const USUAL_PLAN: ListPlan = {
  words: '',
  program: '',
  status: '',
  study: '',
  condition: '',
  model: '',
  sort: 'startedAt',
  isDescending: true,
  group: 'none',
};

/** A line of the list. */
export type ListLine =
  | { readonly kind: 'group'; readonly key: string; readonly label: string; readonly runs: number; readonly isOpen: boolean }
  | { readonly kind: 'run'; readonly run: RunRow; readonly depth: number };

/** Filters runs by every word and facet of a plan. */
export function filtered(runs: readonly RunRow[], plan: ListPlan): readonly RunRow[] {
  const words = plan.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return runs.filter(
    (run) =>
      (plan.program === '' || run.program === plan.program) &&
      (plan.status === '' || run.status === plan.status) &&
      (plan.study === '' || run.study === plan.study) &&
      (plan.condition === '' || run.condition === plan.condition) &&
      (plan.model === '' || run.models.includes(plan.model)) &&
      (words.length === 0 || words.every((word) => textOf(run).includes(word))),
  );
}

/** Sorts by the key of a plan; runs without a value stand last, equal ones by name. */
export function sorted(
  runs: readonly RunRow[],
  { sort, isDescending }: Pick<ListPlan, 'sort' | 'isDescending'>,
): readonly RunRow[] {
  const sign = isDescending ? -1 : 1;
  return runs.toSorted((one, other) => {
    const [a, b] = [valueOf(one, sort), valueOf(other, sort)];
    if (a === null || b === null) return a === b ? byName(one, other) : a === null ? 1 : -1;
    return sign * compare(a, b) || byName(one, other);
  });
}

/** Lines of the list: runs, below the headings of their groups where the plan groups them. */
export function linesOf(runs: readonly RunRow[], group: ListPlan['group'], closed: ReadonlySet<string>): readonly ListLine[] {
  if (group === 'none') return runs.map((run) => ({ kind: 'run', run, depth: 0 }));
  if (group === 'origin') return withForksBelow(runs);
  const groups = new Map<string, RunRow[]>();
  for (const run of runs) {
    const label = run.study === null ? 'no study' : [run.study, ...(run.condition === null ? [] : [run.condition])].join(' › ');
    const known = groups.get(label);
    if (known) known.push(run);
    else groups.set(label, [run]);
  }
  return [...groups].flatMap(([label, own]): readonly ListLine[] => {
    const isOpen = !closed.has(label);
    const heading = { kind: 'group', key: label, label, runs: own.length, isOpen } as const;
    return [heading, ...(isOpen ? own.map((run) => ({ kind: 'run', run, depth: 1 }) as const) : [])];
  });
}

/** Every fork below its parent; forks whose parent is not in the list stand by themselves. */
function withForksBelow(runs: readonly RunRow[]): readonly ListLine[] {
  const names = new Set(runs.map(({ runId }) => runId));
  const forks = new Map<string, RunRow[]>();
  const roots: RunRow[] = [];
  for (const run of runs) {
    const parent = run.forkedFrom?.runId;
    if (parent === undefined || !names.has(parent) || parent === run.runId) roots.push(run);
    else forks.set(parent, [...(forks.get(parent) ?? []), run]);
  }
  const below = (run: RunRow, depth: number): readonly ListLine[] => [
    { kind: 'run', run, depth },
    ...(forks.get(run.runId) ?? []).flatMap((fork) => below(fork, depth + 1)),
  ];
  return roots.flatMap((run) => below(run, 0));
}

function textOf({ runId, title, models, outcome, study, condition, status }: RunRow): string {
  return [runId, title, ...models, outcome ?? '', study ?? '', condition ?? '', status].join(' ').toLowerCase();
}

function valueOf(run: RunRow, key: SortKey): string | number | null {
  if (key === 'tokens') return run.inputTokens + run.outputTokens;
  return run[key];
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return COLLATOR.compare(String(a), String(b));
}

/** Made once: comparing by a new one takes a hundred times as long. */
const COLLATOR = new Intl.Collator('en', { numeric: true });

/** Orders by code units, which is fast enough for ten thousand runs that began together. */
function byName({ runId: one }: RunRow, { runId: other }: RunRow): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
