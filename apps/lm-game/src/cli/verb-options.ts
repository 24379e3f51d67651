import { ANALYSIS_FORMATS } from '@entente/diplomacy-analysis';
import { POWERS } from '@entente/diplomacy-rules';
import {
  carryOutOptions,
  choice,
  clientOptions,
  flag,
  outputOptions,
  parsed,
  parseSeed,
  parseSeeds,
  rawOption,
  replicateOptions,
  storeOptions,
  text,
  tokenBudgetOption,
  wholeNumber,
  withDefault,
  words,
} from '@entente/run-console';
import { GAME_WORDS } from '../runs/game-words.js';
import { readPower } from '../runs/seats-of-options.js';
import { readPhase } from '../runs/settings-of-options.js';
import { rulebookOptions } from './rulebook-options.js';
import { wholeNumbers } from './whole-numbers.js';
import { yesOrNo } from './yes-or-no.js';

/** As in every command line of ours, but `--max-tokens` is what it is in the harness whose flags these are: the limit of one reply. */
export const carryOutGameOptions = {
  ...carryOutOptions,
  maxTokens: tokenBudgetOption(GAME_WORDS.tokenBudgetFlag),
} as const;

/** All that decides what a game is, apart from its seed; a study file says these itself. */
export const gameSettingOptions = {
  models: words('--models <ids>', 'who plays: one id or seven (A,E,F,G,I,R,T), or FRANCE=id,...; bot:greedy is one too'),
  model: words('--model <id>', 'the same as --models'),
  maxYear: wholeNumber('--max-year <year>', 'the last year that is played', { least: 1901 }),
  endAtPhase: parsed('--end-at-phase <phase>', 'the game ends after this phase, e.g. F1903M', (value) =>
    readPhase(value, '--end-at-phase'),
  ),
  drawAfterYears: wholeNumber('--draw-after-years <n>', 'a draw once no centre has changed hands for so many years'),
  numNegotiationRounds: wholeNumber('--num-negotiation-rounds <n>', 'rounds of messages in a movement phase; else 0, no press', {
    least: 0,
  }),
  adaptiveRounds: flag('--adaptive-rounds', 'a negotiation ends early once everybody says to be done'),
  planningPhase: flag('--planning-phase', 'powers make a plan before they order'),
  generatePhaseSummaries: yesOrNo('--generate-phase-summaries [bool]', 'sum up every phase for spectators'),
  narratorModel: text('--narrator-model <id>', 'who sums up; else the first model that plays'),
  simplePrompts: yesOrNo('--simple-prompts [bool]', 'short prompts, for small models'),
  promptsDir: words('--prompts-dir <folders>', 'your own prompts: one folder or seven, checked before the game begins'),
  countrySpecificPrompts: yesOrNo('--country-specific-prompts [bool]', "use your folder's words for single powers"),
  useUnformattedPrompts: yesOrNo(
    '--use-unformatted-prompts [bool]',
    'answers in plain words, brought into shape by a second call',
  ),
  formatterModel: text('--formatter-model <id>', 'who brings them into shape; else each model its own'),
  maxTokensPerCall: wholeNumber('--max-tokens <n>', 'most tokens of one reply; else what the model allows'),
  maxTokensPerModel: wholeNumbers('--max-tokens-per-model <list>', 'the same, seven numbers (A,E,F,G,I,R,T)'),
  ...rulebookOptions,
} as const;

/** For every verb that plays games. */
export const gameOptions = {
  ...gameSettingOptions,
  dryRun: flag('--dry-run', 'say what it would take: calls, tokens, cost, time; ask nobody'),
  diariesInSave: flag('--diaries-in-save', 'lmvsgame.json repeats the whole diaries in every phase'),
  ...replicateOptions,
  ...carryOutGameOptions,
} as const;

export const playOptions = {
  ...gameOptions,
  human: parsed('--human <powers>', 'you play this power, at this terminal', (value) =>
    value.split(',').map((name) => readPower(name, '--human')),
  ),
  seed: parsed('--seed <seed>', 'everything random follows from it; else 1', parseSeed),
  seedBase: parsed('--seed-base <seed>', 'the same as --seed', parseSeed),
  runDir: text('--run-dir <folder>', 'the folder of this game, in the place of --runs-dir and a name of ours'),
  output: text('--output <folder>', 'the same as --run-dir'),
  resumeFromPhase: parsed(
    '--resume-from-phase <phase>',
    'play the game of --run-dir anew from this phase on, as a fork',
    (value) => readPhase(value, '--resume-from-phase'),
  ),
  criticalStateAnalysisDir: text('--critical-state-analysis-dir <folder>', 'where that fork goes; else beside the game'),
} as const;

export const batchOptions = {
  ...gameOptions,
  seeds: parsed('--seeds <list>', 'how many (3) or which ones (1,5,9)', parseSeeds),
  games: wholeNumber('--games <n>', 'how many games, seeds counted from 1 or --seed-base'),
  iterations: wholeNumber('--iterations <n>', 'the same as --games'),
  seedBase: wholeNumber('--seed-base <n>', 'the seed of the first game', { least: 0 }),
  parallel: wholeNumber('--parallel <n>', 'the same as --concurrency'),
  experimentDir: text('--experiment-dir <folder>', 'games go to its folder runs, in the place of --runs-dir'),
  criticalStateBaseRun: text('--critical-state-base-run <run>', 'each game is a fork of this one at --resume-from-phase'),
  resumeFromPhase: parsed('--resume-from-phase <phase>', 'where those forks begin', (value) =>
    readPhase(value, '--resume-from-phase'),
  ),
  analysisModules: text('--analysis-modules <list>', 'not needed: report and export read what is on record'),
  compareTo: text('--compare-to <folder>', 'not needed: report --compare A B'),
  sigLevel: text('--sig-level <alpha>', 'not needed: report --compare gives intervals and p-values'),
  showall: flag('--showall', 'not needed: report shows all'),
} as const;

const {
  criticalStateBaseRun: _base,
  resumeFromPhase: _phase,
  experimentDir: _folder,
  new: _further,
  analysisModules: _modules,
  compareTo: _other,
  sigLevel: _level,
  showall: _all,
  ...playedByDemo
} = batchOptions;

/** A demo plays new games in a folder of its own. */
export const demoOptions = playedByDemo;

export const promptsOptions = {
  power: parsed('--power <power>', `whose prompt (${POWERS.join(', ')}); else FRANCE`, (value) => readPower(value, '--power')),
  promptsDir: text('--prompts-dir <folder>', 'your own prompts'),
  simplePrompts: gameOptions.simplePrompts,
  countrySpecificPrompts: gameOptions.countrySpecificPrompts,
  useUnformattedPrompts: gameOptions.useUnformattedPrompts,
  phase: choice('--phase <type>', 'orders of a movement, retreat or adjustment phase', ['movement', 'retreat', 'adjustment']),
} as const;

export const EXPORT_FORMATS = [
  'saved-game',
  'lmvsgame',
  'overview',
  'responses',
  'manifesto',
  'log',
  ...ANALYSIS_FORMATS,
] as const;

/** The forms that are CSV. */
export const CSV_FORMATS = ['responses', ...ANALYSIS_FORMATS] as const;

export const exportOptions = {
  ...storeOptions,
  format: withDefault(choice('--format <form>', 'which form', EXPORT_FORMATS), 'saved-game'),
  out: text('--out <file>', 'into this file instead of stdout'),
  ...rawOption,
  config: clientOptions.config,
  indent: flag(
    '--indent',
    'a saved game over many lines, for people to read; else a game a line, as the Python package loads them',
  ),
  diariesInSave: gameOptions.diariesInSave,
} as const;

export const verifyOptions = { ...storeOptions, json: outputOptions.json } as const;
