import type { ReportedRun } from '@entente/simulation-core/journal';
import { compareNaturally } from '@entente/studies';
import { UsageError } from '../cli/console-error.js';

/** Kind of thing that the two names of a comparison stand for. */
export type SideKind = 'condition' | 'label' | 'model' | 'run-name';

/** The runs of two sides; a run may be on both where they are models. */
export interface FoundSides<Run> {
  readonly kind: SideKind;
  readonly runs: readonly [readonly Run[], readonly Run[]];
}

type Reported = Pick<ReportedRun<unknown>, 'runId' | 'header'>;

const KINDS: readonly SideKind[] = ['condition', 'label', 'model', 'run-name'];

/**
 * Finds the runs of both sides. A name is a condition (the label `condition` of a study's runs), a label such as `press=none`, a model that
 * plays, or the beginning of a run's name, and the first of these that fits both.
 * @param modelsOf who plays in a run, by name
 * @throws UsageError where a name fits nothing, and where it fits conditions of several studies
 */
export function findSides<Run extends Reported>(
  runs: readonly Run[],
  sides: readonly [string, string],
  modelsOf: (run: Run) => readonly string[],
): FoundSides<Run> {
  const fits = (run: Run, kind: SideKind, side: string): boolean =>
    kind === 'model' ? modelsOf(run).includes(side) : fitsName(run, kind, side);
  const kind = KINDS.find((each) => sides.every((side) => runs.some((run) => fits(run, each, side))));
  if (kind === undefined) {
    const missing = sides.find((side) => !KINDS.some((each) => runs.some((run) => fits(run, each, side)))) ?? sides[1];
    const conditions = runs.flatMap(({ header }) => header.labels['condition'] ?? []);
    const known = [...new Set([...conditions, ...runs.flatMap(modelsOf)])].sort(compareNaturally);
    throw new UsageError(
      `"${missing}" is no condition, model or beginning of a run's name${known.length === 0 ? '' : `; there are ${known.join(', ')}`}.`,
    );
  }
  const runsOf = (side: string): readonly Run[] => {
    // The whole name of a run is that run alone, whatever else begins with it.
    const exact = kind === 'run-name' ? runs.filter(({ runId }) => runId === side) : [];
    const found = exact.length > 0 ? exact : runs.filter((run) => fits(run, kind, side));
    if (kind === 'condition' || kind === 'label') assertOneStudy(found, side);
    return found;
  };
  return { kind, runs: [runsOf(sides[0]), runsOf(sides[1])] };
}

function fitsName({ runId, header: { labels } }: Reported, kind: Exclude<SideKind, 'model'>, side: string): boolean {
  switch (kind) {
    case 'condition':
      return labels['condition'] === side;
    case 'label': {
      const [name = '', ...value] = side.split('=');
      return value.length > 0 && labels[name] === value.join('=');
    }
    case 'run-name':
      return side !== '' && runId.startsWith(side);
    default:
      return kind satisfies never;
  }
}

/** Conditions of two studies may have one name and nothing else in common. */
function assertOneStudy(runs: readonly Reported[], side: string): void {
  const studies = [...new Set(runs.flatMap(({ header }) => header.labels['study'] ?? []))].sort(compareNaturally);
  if (studies.length > 1)
    throw new UsageError(`"${side}" is in the studies ${studies.join(', ')}; --study ${studies[0] ?? ''} says in which one.`);
}
