import { nearestName } from '@entente/llm-clients';
import { UsageError } from '../cli/console-error.js';
import type { SelectableRun, Selection } from '../selection/select-runs.js';
import { studyOfRun } from '../selection/study-of-run.js';

/** The measures that a comparison shows. */
export interface ChosenMeasures<Name extends string> {
  readonly names: readonly Name[];
  /** Sentences for the heading: the source of the choice, and the measures left out; empty where all are shown. */
  readonly remarks: readonly string[];
}

/**
 * Chooses the measures of a comparison: those of `--measures`, else those that the study file asked for when the most recent of the runs was
 * made, else all.
 * @param known every measure of this kind of run, in the order of tables
 * @param wanted as `--measures` names them
 * @throws UsageError for a name in `wanted` that nothing measures
 */
export function chooseMeasures<Name extends string>(
  known: readonly Name[],
  { wanted, selection }: { readonly wanted?: readonly string[] | undefined; readonly selection: Selection<SelectableRun> },
): ChosenMeasures<Name> {
  if (wanted !== undefined) {
    const unknown = wanted.find((name) => !isOneOf(known, name));
    if (unknown !== undefined || wanted.length === 0) throw new UsageError(notMeasured(unknown ?? '', known));
    return chosen(known, wanted, 'as --measures says');
  }
  const asked = selection.study === null ? null : measuresOf(selection.runs);
  if (asked === null) return { names: known, remarks: [] };
  const unknown = asked.filter((name) => !isOneOf(known, name));
  const remarks = unknown.length === 0 ? [] : [`The study file asks for ${unknown.join(', ')} too, which nothing here measures.`];
  const { names, remarks: own } = chosen(known, asked, 'as the study file of the most recent run says; --measures shows others');
  return { names, remarks: [...own, ...remarks] };
}

function chosen<Name extends string>(known: readonly Name[], asked: readonly string[], because: string): ChosenMeasures<Name> {
  const names = known.filter((name) => asked.includes(name));
  const others = known.filter((name) => !asked.includes(name));
  if (names.length === 0 || others.length === 0) return { names: known, remarks: [] };
  return { names, remarks: [`Measures: ${names.join(', ')}, ${because}; not shown: ${others.join(', ')}.`] };
}

/** Measures on the labels of the most recent run. Originals come first: forks only inherit their parent's labels. */
function measuresOf(runs: readonly SelectableRun[]): readonly string[] | null {
  const [latest] = runs.toSorted(
    ({ header: one }, { header: other }) =>
      Number(one.forkedFrom !== undefined) - Number(other.forkedFrom !== undefined) || other.at - one.at,
  );
  return latest === undefined ? null : (studyOfRun(latest.header)?.measures ?? null);
}

const isOneOf = <Name extends string>(known: readonly Name[], name: string): name is Name => known.some((each) => each === name);

function notMeasured(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return `--measures cannot be "${name}"${near === undefined ? '' : ` (did you mean ${near}?)`}; there are ${known.join(', ')}.`;
}
