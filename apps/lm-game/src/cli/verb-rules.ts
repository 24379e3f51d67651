import {
  decidedBy,
  type GivenOptions,
  isOn,
  needs,
  noEffect,
  type OptionRule,
  outputRules,
  placeRule,
  rawRule,
  selectionRule,
  sameThing,
} from '@entente/run-console';
import { CSV_FORMATS, type gameSettingOptions } from './verb-options.js';

type SettingOption = keyof typeof gameSettingOptions;

/** Where a study file says what an option says elsewhere; the compiler asks for a line for each new setting. */
const STUDY_PLACES: { readonly [key in SettingOption]: string } = {
  models: 'the models under seats',
  model: 'the models under seats',
  maxYear: 'maxYear under settings',
  endAtPhase: 'endAtPhase under settings',
  drawAfterYears: 'drawAfterYears under settings',
  numNegotiationRounds: 'negotiationRounds under settings',
  adaptiveRounds: 'adaptiveRounds under settings',
  planningPhase: 'planning under settings',
  generatePhaseSummaries: 'phaseSummaries under settings',
  narratorModel: 'narratorModel under settings',
  simplePrompts: 'prompts: simple under settings',
  promptsDir: 'promptsDir under settings',
  countrySpecificPrompts: 'countrySpecificPrompts under settings',
  useUnformattedPrompts: 'twoStep under settings',
  formatterModel: 'formatterModel under settings',
  maxTokensPerCall: 'maxReplyTokens under settings',
  maxTokensPerModel: 'maxReplyTokens under settings',
  rulebook: 'rulebook under settings',
  landFallback: 'landFallback and a preset in rulebook under settings',
  convoyIntent: 'convoyIntent and a preset in rulebook under settings',
  civilDisorder: 'civilDisorder and a preset in rulebook under settings',
  supportCoast: 'supportCoast and a preset in rulebook under settings',
  ownSupport: 'ownSupport and a preset in rulebook under settings',
};

/** The same for what a batch without a study file says about how many games there are. */
const BATCH_PLACES: Readonly<Record<string, string>> = {
  seeds: 'them under seeds',
  games: 'their number under seeds',
  iterations: 'their number under seeds',
  seedBase: 'each seed under seeds',
  new: 'a greater number under replicates',
};

const besideStudy: readonly OptionRule[] = [
  noEffect({
    when: ({ words }) => words.length > 0,
    options: [...Object.keys(STUDY_PLACES), ...Object.keys(BATCH_PLACES)],
    because: (key) => `the study file says what is played; put ${{ ...STUDY_PLACES, ...BATCH_PLACES }[key] ?? 'it there'}.`,
  }),
  noEffect({
    when: ({ words }) => words.length > 0,
    options: [...['criticalStateBaseRun', 'resumeFromPhase'], ...['analysisModules', 'compareTo', 'sigLevel', 'showall']],
    because: 'a study plays new games and compares them with report; leave it out.',
  }),
];

/** For every verb that plays games. */
const gameRules: readonly OptionRule[] = [
  sameThing('models', 'model'),
  needs(['narratorModel'], ['generatePhaseSummaries']),
  needs(['formatterModel'], ['useUnformattedPrompts']),
  needs(['countrySpecificPrompts'], ['promptsDir']),
  decidedBy('maxTokensPerModel', ['maxTokensPerCall'], '--max-tokens-per-model gives each power a limit of its own'),
  ({ values: { maxYear, endAtPhase } }: GivenOptions): string | undefined =>
    typeof maxYear === 'number' && typeof endAtPhase === 'string' && Number(/\d+/.exec(endAtPhase)?.[0]) > maxYear
      ? `--end-at-phase ${endAtPhase} has no effect here: --max-year ${maxYear} ends the game before it; leave out one of them.`
      : undefined,
  ...outputRules,
];

export const playRules: readonly OptionRule[] = [
  ...gameRules,
  sameThing('runDir', 'output'),
  sameThing('seed', 'seedBase'),
  needs(['criticalStateAnalysisDir'], ['resumeFromPhase']),
  noEffect({
    when: ({ values }) => isOn(values['runDir']) || isOn(values['output']),
    options: ['runsDir'],
    because: '--run-dir names the folder of the game itself; leave out one of them.',
  }),
  decidedBy(
    'resumeFromPhase',
    ['seed', 'seedBase'],
    'a game played on from a phase draws its own chances (batch --critical-state-base-run draws several futures)',
  ),
  decidedBy('resumeFromPhase', ['dryRun'], 'a dry run knows whole games only, and not one from --resume-from-phase on'),
  decidedBy(
    'resumeFromPhase',
    ['diariesInSave'],
    'a fork keeps the files that its game asked for (export --format lmvsgame --diaries-in-save writes them)',
  ),
];

export const demoRules: readonly OptionRule[] = [
  ...gameRules,
  sameThing('games', 'iterations'),
  sameThing('concurrency', 'parallel'),
  decidedBy('seeds', ['games', 'iterations', 'seedBase'], '--seeds says which games there are'),
];

export const batchRules: readonly OptionRule[] = [
  ...besideStudy,
  ...demoRules,
  needs(['resumeFromPhase'], ['criticalStateBaseRun']),
  decidedBy('experimentDir', ['runsDir'], '--experiment-dir keeps the games in its folder runs'),
  decidedBy(
    'criticalStateBaseRun',
    ['seeds', 'seedBase'],
    'futures of a game on record are numbered, not drawn from seeds, and --games says how many',
  ),
  decidedBy('criticalStateBaseRun', ['new'], 'a greater --games draws further futures'),
  decidedBy('criticalStateBaseRun', ['dryRun'], 'a dry run knows whole games only, and not futures of --critical-state-base-run'),
  decidedBy(
    'criticalStateBaseRun',
    ['diariesInSave'],
    'forks keep the files that their game asked for (export --format lmvsgame --diaries-in-save writes them)',
  ),
];

const action = ({ words }: { readonly words: readonly string[] }): string => words[0] ?? 'list';

export const promptsRules: readonly OptionRule[] = [
  noEffect({
    when: (given) => action(given) === 'check',
    options: ['promptsDir', 'countrySpecificPrompts'],
    because: 'prompts check FOLDER tries the words of that folder, those for single powers too; leave it out.',
  }),
  noEffect({
    when: (given) => action(given) === 'export',
    options: ['promptsDir', 'countrySpecificPrompts', 'useUnformattedPrompts', 'power', 'phase'],
    because: 'prompts export writes our own words for all powers; --simple-prompts chooses the short ones.',
  }),
  noEffect({
    when: (given) => action(given) === 'show' && given.words[1] !== 'write-orders',
    options: ['phase'],
    because: 'it is about the prompt for orders; prompts show write-orders prints that one.',
  }),
  needs(['countrySpecificPrompts'], ['promptsDir']),
  (given: GivenOptions): string | undefined =>
    action(given) === 'list' && given.words.length > 1
      ? `prompts list takes no name; prompts show ${given.words[1] ?? ''} prints one.`
      : undefined,
];

/** Exports that say what calls cost. */
const FORMS_WITH_COSTS = ['responses', 'game-analysis', 'phase-analysis'] as const;

export const exportRules: readonly OptionRule[] = [
  placeRule(),
  noEffect({
    when: ({ values }) => values['format'] !== 'lmvsgame',
    options: ['diariesInSave'],
    because: 'only the form lmvsgame repeats diaries; add --format lmvsgame.',
  }),
  noEffect({
    when: ({ values }) => !FORMS_WITH_COSTS.some((form) => form === values['format']),
    options: ['config'],
    because: `the config file gives prices, and only the forms ${FORMS_WITH_COSTS.join(', ')} have costs.`,
  }),
  noEffect({
    when: ({ values }) => (values['format'] ?? 'saved-game') !== 'saved-game',
    options: ['indent'],
    because: 'only the form saved-game is on one line else; leave it out.',
  }),
  rawRule(CSV_FORMATS, 'saved-game'),
];

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
