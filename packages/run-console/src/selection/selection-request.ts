import { nearestName } from '@entente/llm-clients';
import { UsageError } from '../cli/console-error.js';
import { INCLUDABLE, type Includable, type SelectableRun, type SelectionRequest } from './select-runs.js';
import { parseWantedStudy } from './study-of-run.js';

/** Options of a report that choose the runs that count. */
export interface SelectionOptions {
  readonly study: string | undefined;
  readonly include: readonly string[] | undefined;
  readonly acrossVersions: boolean;
}

/**
 * Reads `--study`, `--include` and `--across-versions`.
 * @param named whether the command names its runs one by one, so that each of them counts
 * @throws UsageError for what cannot be included, and for one version beside all of them
 */
export function selectionRequest<Run extends SelectableRun>(
  { study, include = [], acrossVersions }: SelectionOptions,
  { settingsOf, named }: { readonly settingsOf: (run: Run) => string; readonly named: boolean },
): SelectionRequest<Run> {
  const wanted = study === undefined ? undefined : parseWantedStudy(study);
  if (acrossVersions && wanted && wanted.version !== null)
    throw new UsageError(
      `--across-versions takes every version and --study ${study} one of them; write --study ${wanted.name}, or leave out --across-versions.`,
    );
  return {
    study: wanted,
    include: include.map(readIncludable),
    acrossVersions,
    settingsOf,
    isNamed: named ? () => true : undefined,
  };
}

function readIncludable(word: string): Includable {
  const kind = INCLUDABLE.find((each) => each === word);
  if (kind !== undefined) return kind;
  const near = nearestName(word, INCLUDABLE);
  throw new UsageError(
    `--include cannot be "${word}"${near === undefined ? '' : ` (did you mean ${near}?)`}; there is ${INCLUDABLE.join(', ')}.`,
  );
}
