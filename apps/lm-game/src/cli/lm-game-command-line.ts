import {
  type CommandLine,
  defineVerb,
  journalVerbs,
  outputOptions,
  outputRules,
  placeRule,
  sameThing,
  storeOptions,
  text,
  viewVerb,
} from '@entente/run-console';
import { gameReportVerb } from '../report/report-verb.js';
import { GAME_WORDS } from '../runs/game-words.js';
import type { GameKind } from '../runs/plan-games.js';
import { analyzeOptions } from '../verbs/analyze/analyze-options.js';
import { batchOptions, batchRules, demoOptions, demoRules } from '../verbs/batch-options.js';
import { exportOptions, exportRules } from '../verbs/export-options.js';
import { playOptions, playRules } from '../verbs/play-options.js';
import { promptsOptions, promptsRules } from '../verbs/prompts-options.js';
import { VERSION } from '../version.js';

/** Options that replace what powers wrote in the first phase of a fork. */
const editOptions = {
  editOrders: text('--edit-orders <file>', 'JSON file with the orders of powers in that phase: {"FRANCE": ["A PAR - BUR", ...]}'),
  editMessages: text(
    '--edit-messages <file>',
    'JSON file with the messages of powers: {"FRANCE": [{"round": 1, "recipient": "ENGLAND", "text": "..."}]}',
  ),
} as const;

const verifyOptions = { ...storeOptions, json: outputOptions.json } as const;

const FORK_EXAMPLES = [
  'fork game~s1~9f3a01c2 --at S1902M --set power.FRANCE.model=bot:greedy --times 5',
  'fork game~s1~9f3a01c2 --at F1901M --edit-orders orders.json',
];

/** The verbs over games. @param load how games are built and shown; loaded when a verb runs, so that `--help` stays quick */
export function createGameCommandLine(load: () => Promise<GameKind>): CommandLine {
  const play = defineVerb({
    name: 'play',
    summary: 'play one game and tell it as it happens',
    details:
      'The same command again resumes an interrupted game and tells a finished one; --new plays another replicate. Flags may also be written with underscores (--max_year).',
    options: playOptions,
    rules: playRules,
    examples: [
      'play --max-year 1902 --num-negotiation-rounds 2',
      'play --max-year 1905 --num-negotiation-rounds 3 --models openai:gpt-4o-mini --max-cost 5',
      'play --max-year 1903 --models openai:gpt-4o-mini,FRANCE=anthropic:claude-haiku-4-5',
      'play --max-year 1903 --human FRANCE --models bot:greedy',
    ],
    run: async (call) => (await import('../verbs/play-game.js')).playGame(await load(), call),
  });

  const batch = defineVerb({
    name: 'batch',
    summary: 'play many games at once',
    details: 'The same command again skips finished runs and resumes interrupted ones; --new plays further replicates.',
    arguments: [
      {
        name: '[study]',
        description: 'a study file (YAML) that defines the games; options then only control how they are played',
      },
    ],
    options: batchOptions,
    rules: batchRules,
    examples: [
      'batch --games 10 --max-year 1905 --models openai:gpt-4o-mini --max-cost 20',
      'batch --games 20 --max-year 1910 --models offline,FRANCE=bot:greedy',
      'batch studies/one-seat-benchmark.yaml --dry-run',
    ],
    run: async (call) => {
      const [study] = call.words;
      if (study !== undefined)
        return (await import('../verbs/run-game-study.js')).runGameStudy(
          await load(),
          { ...call, options: (await import('../verbs/play-batch.js')).withExperiment(call.options) },
          study,
        );
      return (await import('../verbs/play-batch.js')).playBatch(await load(), call);
    },
  });

  const demo = defineVerb({
    name: 'demo',
    summary: 'play a game on the offline model and watch it live',
    details: 'Plays in a new folder below --runs-dir. Takes every option of batch that concerns new games.',
    options: demoOptions,
    rules: demoRules,
    examples: ['demo', 'demo --games 3 --max-year 1903'],
    run: async (call) => (await import('../verbs/play-demo.js')).playDemo(await load(), call),
  });

  const prompts = defineVerb({
    name: 'prompts',
    summary: 'list, show, check or export the prompts of the powers',
    details:
      'list (the default) prints the prompt sets and their prompts. show prints a prompt as it is sent at the beginning of a game. check tells whether a folder of your own can be used. export writes the built-in prompts to a folder that you can edit.',
    arguments: [
      { name: '[what]', description: 'list, show, check or export' },
      { name: '[name]', description: 'show: a prompt, e.g. write-orders; check and export: a folder' },
    ],
    options: promptsOptions,
    rules: promptsRules,
    examples: [
      'prompts',
      'prompts show write-orders --power FRANCE --simple-prompts',
      'prompts export my-prompts',
      'prompts check my-prompts',
    ],
    run: async (call) => (await import('../verbs/prompts.js')).prompts(call),
  });

  const analyze = defineVerb({
    name: 'analyze',
    summary: 'find the key moments of a game, and check promises against orders',
    details:
      'A model reads every movement phase twice: once for promises, which the rules of the game then compare with the orders, and once for key moments. Findings without a valid quote are dropped and counted. The analysis is recorded, so the same command again makes no calls.',
    arguments: [{ name: '<run>', description: 'name of the game, the beginning of its name, or its folder' }],
    options: analyzeOptions,
    rules: [placeRule(), sameThing('maxConcurrent', 'maxConnections'), ...outputRules],
    examples: ['analyze game~s1~9f3a01c2', 'analyze game~s1~9f3a01c2 --report analysis.md --json moments.json --max-cost 1'],
    run: async (call) => (await import('../verbs/analyze/analyze-game.js')).analyzeGame(call),
  });

  const exportVerb = defineVerb({
    name: 'export',
    summary: 'export a game in a format that other programs read',
    details:
      'A saved game has one game on each line, as the Python package loads it. A note on stderr names the phases that its check would refuse, and why.',
    arguments: [{ name: '<run>', description: 'name of the run, the beginning of its name, or its folder' }],
    options: exportOptions,
    rules: exportRules,
    examples: ['export game~s1~9f3a01c2 --out game.json', 'export game~s1~9f3a01c2 --format responses --out responses.csv'],
    run: async (call) => (await import('../verbs/export-game.js')).exportGame(call),
  });

  const verify = defineVerb({
    name: 'verify',
    summary: 'check recorded games against the rules, including those of other programs',
    details:
      'Each game gets three verdicts: whether the rules give the recorded result of every phase, whether the hashes match those of the Python package, and whether the saved game matches the journal. Notes tell what else the check of the Python package would refuse, and what could not be read, such as messages.\n' +
      'A file may hold one game on each line and may be compressed (.gz); a folder stands for all runs and games below it. Unreadable games are reported, and the others are still checked.\n' +
      'Exit codes: 0 all sound; 1 some unsound; 2 none unsound, some unreadable.',
    arguments: [{ name: '[games...]', description: 'runs, files of saved games, or folders' }],
    options: verifyOptions,
    rules: [placeRule()],
    examples: ['verify game~s1~9f3a01c2', 'verify results/one/lmvsgame.json', 'verify games.jsonl.gz results'],
    run: async (call) => (await import('../verbs/verify-games.js')).verifyGames(call),
  });

  return {
    name: 'lm-game',
    summary: 'Seven powers playing Diplomacy: language models, bots and people.',
    version: VERSION,
    verbs: [
      play,
      batch,
      demo,
      prompts,
      ...journalVerbs({
        words: GAME_WORDS,
        load,
        report: gameReportVerb(load),
        fork: {
          options: editOptions,
          examples: FORK_EXAMPLES,
          editsOf: async (...request) => (await import('../runs/edited-replies.js')).editsOfFiles(...request),
        },
      }),
      viewVerb(async () => (await import('../verbs/game-page.js')).gamePage(await load())),
      analyze,
      exportVerb,
      verify,
    ],
    epilogue: 'Start with: lm-game demo\n',
  };
}

export const lmGameCommandLine = createGameCommandLine(async () => (await import('../runs/diplomacy-kind.js')).diplomacyKind);
