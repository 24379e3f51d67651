import {
  carryOutOptions,
  choice,
  flag,
  parsed,
  parseSeed,
  parseSeeds,
  replicateOptions,
  text,
  wholeNumber,
  withDefault,
  words,
} from '@entente/run-console';

/** All that decides what a relationship is, apart from couple and seed; a study file says these itself. */
export const coupleSettingOptions = {
  model: text('--model <id>', 'who plays: offline, openai:gpt-4o-mini, anthropic:..., [provider:]model[@url][#key]'),
  judgeModel: text('--judge-model <id>', 'who scores; else the model that plays'),
  embeddingModel: text('--embedding-model <id>', 'finds memories by meaning; none: by feeling alone'),
  scenes: wholeNumber('--scenes <n>', 'scenes of a run; else 10'),
  interactionsPerScene: wholeNumber('--interactions-per-scene <n>', 'times that something happens in a scene; else 2'),
  choices: choice('--choices <how>', 'partners decide freely, or take one of the options the director offers', [
    'free',
    'offered',
  ]),
} as const;

/** For every verb that plays relationships. */
export const playOptions = {
  ...coupleSettingOptions,
  ...replicateOptions,
  ...carryOutOptions,
} as const;

export const runOptions = {
  ...playOptions,
  seed: withDefault(parsed('--seed <seed>', 'everything random follows from it', parseSeed), '1'),
} as const;

/** For verbs that play many. */
export const manyOptions = {
  ...playOptions,
  pairs: words('--pairs <list>', 'couples by name, with commas, or all; else all'),
  seeds: parsed('--seeds <list>', 'how many (3) or which ones (1,5,9); else 1', parseSeeds),
} as const;

const { new: _further, ...playedByDemo } = manyOptions;

/** A demo plays in a folder of its own, where nothing can be repeated. */
export const demoOptions = playedByDemo;

export const batchOptions = {
  ...manyOptions,
  dryRun: flag('--dry-run', 'say what it would take: calls, tokens, cost, time; ask nobody'),
} as const;
