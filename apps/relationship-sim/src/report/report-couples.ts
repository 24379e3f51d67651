import type { OptionValues, VerbCall } from '@entente/run-console';
import { comparedSides, offlineRunsOf, readRuns, reportRuns, selectionRequest, writeReport } from '@entente/run-console/session';
import { relationshipKind } from '../couple-runs/relationship-kind.js';
import { coupleComparison } from './couple-comparison.js';
import { coupleSettings } from './couple-facets.js';
import type { coupleReportOptions } from './couple-report-verb.js';

/** Reports on runs of couples: what they came to, or how two conditions compare. */
export async function reportCouples(call: VerbCall<OptionValues<typeof coupleReportOptions>>): Promise<number> {
  const { io, options } = call;
  const compared = comparedSides(options.compare);
  if (compared === null) return reportRuns(relationshipKind, call);
  const words = [...call.words, ...compared.runs];
  const runs = await readRuns(relationshipKind, { words, io, options });
  const request = selectionRequest(options, { settingsOf: coupleSettings, named: words.length > 0 });
  const { tables, selection, differences } = coupleComparison(runs, compared.sides, request);
  return writeReport(call, {
    tables,
    runs: selection.runs.length,
    selection,
    remarks: [`The sides differ in: ${differences.join('; ') || 'nothing but chance'}.`],
    offlineRuns: offlineRunsOf(relationshipKind, runs),
  });
}
