import { countOf } from '@entente/studies/tables';
import { UsageError } from '../cli/console-error.js';
import { describeLeftOut } from '../selection/describe-selection.js';
import { narrowed, type SelectableRun, type Selection, type SelectionRequest, selectRuns } from '../selection/select-runs.js';
import { type Facets, sideDifferences } from '../selection/side-differences.js';
import { studyOfRun } from '../selection/study-of-run.js';
import { findSides, type SideKind } from './find-sides.js';

export interface SidesRequest<Run> extends SelectionRequest<Run> {
  /** Names of the models that play in a run. */
  readonly modelsOf: (run: Run) => readonly string[];
  /** Properties, beside the seed, in which runs may differ. */
  readonly facetsOf: (run: Run) => Facets;
  /** Whether a run may be on both sides where the sides are models, as when both play in it. @default false */
  readonly modelsShareRuns?: boolean;
}

/** The runs of both sides of a comparison. */
export interface SelectedSides<Run> {
  readonly kind: SideKind;
  readonly runs: readonly [a: readonly Run[], b: readonly Run[]];
  /** Of both sides together. */
  readonly selection: Selection<Run>;
  /** Differences between the sides: the one that is compared, and all others that could explain the result. */
  readonly differences: readonly string[];
}

/**
 * Finds the two sides of a comparison, and chooses their runs as `selectRuns` does: those of one study and version, or of the same settings.
 * @throws UsageError where a name fits nothing, or nothing that counts, and where a run is on both sides
 */
export function selectSides<Run extends SelectableRun>(
  all: readonly Run[],
  sides: readonly [string, string],
  request: SidesRequest<Run>,
): SelectedSides<Run> {
  const [a, b] = sides;
  if (a.trim() === b.trim()) throw new UsageError(`Both sides of the comparison are "${a}"; name two that differ.`);
  const { kind, runs: found } = findSides(all, sides, request.modelsOf);
  const isFound = new Set(found.flat());
  const selection = narrowed(selectRuns(universe(all, isFound, kind), requestFor(request, { kind, isFound, sides })), (run) =>
    isFound.has(run),
  );
  const counts = new Set(selection.runs);
  const counting = (runs: readonly Run[]): readonly Run[] => runs.filter((run) => counts.has(run));
  const [first, second] = [counting(found[0]), counting(found[1])];
  for (const [at, runs] of [first, second].entries())
    if (runs.length === 0)
      throw new UsageError(
        nothingLeft(
          sides[at]!,
          narrowed(selection, (run) => found[at]?.includes(run) === true),
        ),
      );
  if (!(kind === 'model' && request.modelsShareRuns === true)) assertNoneShared([first, second], sides);
  return {
    kind,
    runs: [first, second],
    selection,
    differences: sideDifferences(first.map(request.facetsOf), second.map(request.facetsOf)),
  };
}

/** The most recent version of a study may be that of a run on neither side; of other kinds of sides only their own runs decide. */
function universe<Run>(all: readonly Run[], isFound: ReadonlySet<Run>, kind: SideKind): readonly Run[] {
  return kind === 'condition' || kind === 'label' ? all : all.filter((run) => isFound.has(run));
}

function requestFor<Run extends SelectableRun>(
  request: SidesRequest<Run>,
  { kind, isFound, sides }: { readonly kind: SideKind; readonly isFound: ReadonlySet<Run>; readonly sides: readonly string[] },
): SelectionRequest<Run> {
  switch (kind) {
    case 'condition':
    case 'label': {
      const [name] = [...isFound].flatMap(({ header }) => studyOfRun(header)?.name ?? []);
      // Without a study only the two names tell the sides apart, and their settings may differ on purpose.
      if (name === undefined) return { ...request, settingsOf: () => '' };
      return { ...request, study: request.study ?? { name, version: null } };
    }
    case 'model':
      return request;
    case 'run-name': {
      // A name that is typed means the runs that bear it; their forks bear it too, and are meant only where typed in full.
      const isMeant = ({ runId, header }: Run): boolean =>
        header.forkedFrom === undefined || sides.includes(runId) || request.include?.includes('forks') === true;
      return { ...request, isNamed: (run) => request.isNamed?.(run) === true || isMeant(run) };
    }
    default:
      return kind satisfies never;
  }
}

function nothingLeft(side: string, selection: Selection<unknown>): string {
  const forks = [...selection.leftOut.values()].includes('forks') ? '; --include forks takes forks in' : '';
  return `"${side}" fits only runs that do not count here: ${describeLeftOut(selection)}${forks}.`;
}

function assertNoneShared(
  [first, second]: readonly [readonly SelectableRun[], readonly SelectableRun[]],
  [a, b]: readonly [string, string],
): void {
  const shared = first.filter((run) => second.includes(run));
  const [one] = shared;
  if (one === undefined) return;
  const isSame = shared.length === first.length && shared.length === second.length;
  throw new UsageError(
    isSame
      ? `"${a}" and "${b}" are the same ${countOf(shared.length, 'run')} (${one.runId}${shared.length > 1 ? ', ...' : ''}); name two that differ.`
      : `"${a}" and "${b}" have ${countOf(shared.length, 'run')} in common (${one.runId}${shared.length > 1 ? ', ...' : ''}); name sides that share none.`,
  );
}

/**
 * The words after `--compare`: the two sides, and the runs that the report is to be about.
 * @returns `null` where nothing is compared
 * @throws UsageError where there is one side only
 */
export function comparedSides(
  words: readonly string[] | undefined,
): { readonly sides: readonly [a: string, b: string]; readonly runs: readonly string[] } | null {
  const [a, b, ...runs] = words ?? [];
  if (a === undefined) return null;
  if (b === undefined) throw new UsageError(`--compare names two; write --compare ${a} and the other one.`);
  return { sides: [a, b], runs };
}
