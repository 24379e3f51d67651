import type { OptionValues, VerbCall } from '@entente/run-console';
import { comparedSides, offlineRunsOf, readRuns, reportRuns, writeReport } from '@entente/run-console/session';
import { relationshipKind } from '../couple-runs/relationship-kind.js';
import { coupleComparison } from './couple-comparison.js';
import type { coupleReportOptions } from './couple-report-verb.js';

/** Reports on runs of couples: what they came to, or how two conditions compare. */
export async function reportCouples(call: VerbCall<OptionValues<typeof coupleReportOptions>>): Promise<number> {
  const { io, options } = call;
  const compared = comparedSides(options.compare);
  if (compared === null) return reportRuns(relationshipKind, call);
  const runs = await readRuns(relationshipKind, { words: [...call.words, ...compared.runs], io, options });
  return writeReport(call, {
    tables: coupleComparison(runs, compared.sides),
    runs: runs.length,
    offlineRuns: offlineRunsOf(relationshipKind, runs),
  });
}
