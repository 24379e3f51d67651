import { compareOption, decidedBy, defineVerb, placeRule, reportOptions } from '@entente/run-console';

export const coupleReportOptions = { ...reportOptions, compare: compareOption } as const;

/** `relationship-sim report`, in the place of the report that every kind of run has. */
export const coupleReportVerb = defineVerb({
  name: 'report',
  summary: 'results, usage, cost and timing of runs, or how two conditions compare',
  arguments: [{ name: '[runs...]', description: 'which ones; else all in the folder' }],
  options: coupleReportOptions,
  rules: [placeRule(), decidedBy('compare', ['config'], 'the config file gives prices, and --compare shows no cost')],
  examples: [
    'report',
    'report --format csv --tables commitment --out commitment.csv',
    'report --compare choices=free choices=offered --study choices-free-or-offered',
  ],
  run: async (call) => (await import('./report-couples.js')).reportCouples(call),
});
