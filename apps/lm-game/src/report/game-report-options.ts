import { compareOption, measuresOption, reportOptions, selectionOptions, text } from '@entente/run-console';

/** Options of `lm-game report`: those of every report, and what only games have. */
export const gameReportOptions = {
  ...reportOptions,
  ...selectionOptions,
  compare: compareOption,
  measures: measuresOption,
  leaderboard: text('--leaderboard <file>', 'models by score, with intervals, as JSON into this file'),
  forks: text('--forks <run>', 'what followed in the forks of this run, against those without an edit'),
  svg: text('--svg <file>', 'centres by year as a picture into this file'),
  html: text('--html <file>', 'the whole report as a page into this file'),
} as const;
