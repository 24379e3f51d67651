import { defineVerb } from '@entente/run-console';
import { coupleReportOptions, coupleReportRules } from '../verbs/report-options.js';

/** `relationship-sim report`, which replaces the report that every kind of run has. */
export const coupleReportVerb = defineVerb({
  name: 'report',
  summary: 'report results, usage, cost and timing of runs; compare conditions or forks',
  arguments: [{ name: '[runs...]', description: 'runs to report on (default: all in the folder)' }],
  options: coupleReportOptions,
  rules: coupleReportRules,
  examples: [
    'report --forks maya-jonas~s1~9f3a01c2',
    'report',
    'report --format csv --tables commitment --out commitment.csv',
    'report --compare choices=free choices=offered --study choices-free-or-offered',
  ],
  run: async (call) => (await import('../verbs/report-couples.js')).reportCouples(call),
});
