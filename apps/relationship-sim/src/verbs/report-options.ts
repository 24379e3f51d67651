import {
  compareOption,
  decidedBy,
  type GivenOptions,
  measuresOption,
  needs,
  type OptionRule,
  placeRule,
  rawRule,
  reportOptions,
  selectionOptions,
  selectionRule,
  text,
} from '@entente/run-console';

/** Options of `relationship-sim report`. */
export const coupleReportOptions = {
  ...reportOptions,
  ...selectionOptions,
  compare: compareOption,
  measures: measuresOption,
  forks: text('--forks <run>', 'compare the forks of this run with its forks without an edit'),
} as const;

/** Combinations of options that would have no effect. */
export const coupleReportRules: readonly OptionRule[] = [
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
];
