import {
  type GivenOptions,
  compareOption,
  decidedBy,
  isOn,
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

/** Options of `lm-game report`: those of every report, and what only games have. */
export const gameReportOptions = {
  ...reportOptions,
  ...selectionOptions,
  compare: compareOption,
  measures: measuresOption,
  leaderboard: text('--leaderboard <file>', 'write the models ranked by score, with intervals, to this JSON file'),
  forks: text('--forks <run>', 'compare the forks of this run with its forks without an edit'),
  svg: text('--svg <file>', 'write a chart of the supply centers by year to this file'),
  html: text('--html <file>', 'write the whole report to this file as a web page'),
} as const;

export const gameReportRules: readonly OptionRule[] = [
  placeRule(),
  rawRule(['csv'], 'table'),
  decidedBy('forks', ['config'], 'the config file gives prices, and --forks shows no cost'),
  decidedBy('compare', ['config'], 'the config file gives prices, and --compare shows no cost'),
  decidedBy('forks', ['compare', 'svg', 'leaderboard', 'include', 'acrossVersions'], '--forks makes a report of its own'),
  needs(['measures'], ['compare']),
  decidedBy('compare', ['svg', 'leaderboard'], '--compare makes a report of its own'),
  selectionRule,
  ({ words, values }: GivenOptions): string | undefined =>
    isOn(values['forks']) && words.length > 0
      ? `--forks reports on all forks of ${String(values['forks'])}, so "${words.join(' ')}" has no effect here; leave it out.`
      : undefined,
];
