import {
  compareOption,
  decidedBy,
  defineVerb,
  type GivenOptions,
  measuresOption,
  needs,
  placeRule,
  rawRule,
  reportOptions,
  selectionOptions,
  selectionRule,
  text,
} from '@entente/run-console';

export const coupleReportOptions = {
  ...reportOptions,
  ...selectionOptions,
  compare: compareOption,
  measures: measuresOption,
  forks: text('--forks <run>', 'what followed in the forks of this run, against those without an edit'),
} as const;

/** `relationship-sim report`, which replaces the report that every kind of run has. */
export const coupleReportVerb = defineVerb({
  name: 'report',
  summary: 'results, usage, cost and timing of runs, how two conditions compare, or what followed in forks',
  arguments: [{ name: '[runs...]', description: 'which ones; else all in the folder' }],
  options: coupleReportOptions,
  rules: [
    placeRule(),
    rawRule(['csv'], 'table'),
    decidedBy('compare', ['config'], 'the config file gives prices, and --compare shows no cost'),
    decidedBy('forks', ['config'], 'the config file gives prices, and --forks shows no cost'),
    decidedBy('forks', ['compare', 'include', 'acrossVersions'], '--forks makes a report of its own'),
    needs(['include', 'acrossVersions'], ['compare']),
    needs(['measures'], ['compare']),
    selectionRule,
    ({ words, values: { forks } }: GivenOptions): string | undefined =>
      typeof forks === 'string' && words.length > 0
        ? `--forks reports on all forks of ${forks}, so "${words.join(' ')}" has no effect here; leave it out.`
        : undefined,
  ],
  examples: [
    'report --forks maya-jonas~s1~9f3a01c2',
    'report',
    'report --format csv --tables commitment --out commitment.csv',
    'report --compare choices=free choices=offered --study choices-free-or-offered',
  ],
  run: async (call) => (await import('./report-couples.js')).reportCouples(call),
});
