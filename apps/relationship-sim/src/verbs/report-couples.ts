import { type OptionValues, UsageError, type VerbCall } from '@entente/run-console';
import {
  comparedSides,
  distinctRuns,
  offlineRunsOf,
  readRuns,
  reportRuns,
  selectionRequest,
  withCopies,
  withOtherVersions,
  writeReport,
} from '@entente/run-console/session';
import { relationshipKind } from '../relationship-kind.js';
import { coupleComparison } from '../report/couple-comparison.js';
import { coupleSettings } from '../report/couple-facets.js';
import type { coupleReportOptions } from './report-options.js';
import { coupleForkTables } from '../report/forks/couple-fork-tables.js';
import { forkedCouple } from '../report/forks/forked-couple.js';

type Call = VerbCall<OptionValues<typeof coupleReportOptions>>;

/** Reports on runs of couples: their outcomes, a comparison of two conditions, or their forks. */
export async function reportCouples(call: Call): Promise<number> {
  const { options } = call;
  if (options.forks !== undefined) return reportForks(call, options.forks);
  if (options.compare !== undefined) return reportComparison(call);
  return reportRuns(relationshipKind, call);
}

async function reportComparison(call: Call): Promise<number> {
  const { io, options } = call;
  const compared = comparedSides(options.compare);
  if (compared === null) throw new UsageError('--compare names two sides.');
  const words = [...call.words, ...compared.runs];
  const { runs, copies, otherVersions, damaged } = await readRuns(relationshipKind, { words, io, options });
  const request = selectionRequest(options, { settingsOf: coupleSettings, named: words.length > 0 });
  const { tables, selection, differences, remarks } = coupleComparison(runs, compared.sides, request, options.measures);
  return writeReport(call, {
    tables,
    runs: selection.runs.length,
    selection: withOtherVersions(withCopies(selection, copies), otherVersions),
    remarks: [`The sides differ in: ${differences.join('; ') || 'nothing but chance'}.`, ...remarks],
    offlineRuns: offlineRunsOf(relationshipKind, runs),
    damaged,
  });
}

async function reportForks({ io, options }: Call, run: string): Promise<number> {
  const {
    runs: [parent],
  } = await readRuns(relationshipKind, { words: [run], io, options });
  if (parent === undefined) throw new UsageError(`There is no run "${run}".`);
  const { runs: all, damaged } = await readRuns(relationshipKind, { words: [], io, options });
  const forks = distinctRuns(all)
    .filter(({ header }) => header.forkedFrom?.runId === parent.header.runId)
    .flatMap((fork) => forkedCouple(fork) ?? []);
  return writeReport(
    { io, options },
    {
      tables: coupleForkTables(parent, forks),
      runs: forks.length,
      damaged,
      offlineRuns: offlineRunsOf(relationshipKind, [parent, ...forks.map(({ run: fork }) => fork)]),
    },
  );
}
