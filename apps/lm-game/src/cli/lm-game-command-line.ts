import { type CommandLine, defineVerb, journalVerbs, outputOptions, placeRule, storeOptions, text } from '@entente/run-console';
import { gameReportVerb } from '../report/report-verb.js';
import { GAME_WORDS } from '../runs/game-words.js';
import type { GameKind } from '../runs/plan-games.js';
import { analyzeVerb } from '../verbs/analyze/analyze-verb.js';
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
    summary: 'one game, told as it happens',
    details:
      'Flags may be written with underscores too (--max_year). The same command again resumes a game that broke off and tells one\n' +
      'that has ended; --new plays a further replicate.',
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
    summary: 'many games at once',
    details: 'The same command again skips what is finished and resumes what broke off; --new plays further replicates.',
    arguments: [{ name: '[study]', description: 'a study file (YAML) that says which games; options then only say how' }],
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
    summary: 'a game on the offline model, live each time',
    details: 'In a fresh folder below --runs-dir. Every option of batch that plays new games is understood.',
    options: demoOptions,
    rules: demoRules,
    examples: ['demo', 'demo --games 3 --max-year 1903'],
    run: async (call) => (await import('../verbs/play-demo.js')).playDemo(await load(), call),
  });

  const prompts = defineVerb({
    name: 'prompts',
    summary: 'the words that powers are asked in: list, show, check, export',
    details:
      'Without words: the sets and the prompts there are. show: a prompt as it is sent, at the beginning of a game. check: whether\n' +
      'your folder can be used. export: ours as a folder that you can edit.',
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

  const exportVerb = defineVerb({
    name: 'export',
    summary: 'a game in a form that other programs read',
    details:
      'A saved game is what the Python package loads: a game a line. A line on stderr says which phases its check would refuse, and why.',
    arguments: [{ name: '<run>', description: 'its name, the beginning of it, or its folder' }],
    options: exportOptions,
    rules: exportRules,
    examples: ['export game~s1~9f3a01c2 --out game.json', 'export game~s1~9f3a01c2 --format responses --out responses.csv'],
    run: async (call) => (await import('../verbs/export-game.js')).exportGame(call),
  });

  const verify = defineVerb({
    name: 'verify',
    summary: 'judge games again, ours and those of other programs',
    details:
      'Every phase must come out by the rules as it is on record, its hash must be that of the Python package, and saved game and journal\n' +
      'must say the same: three verdicts for each game. Notes say what the check of the Python package would refuse besides, and what could\n' +
      'not be read, such as messages. A file may have a game a line and be packed (.gz); a folder stands for all runs and games below it.\n' +
      'What cannot be read is said, and the others are judged. Exit codes: 0 all sound; 1 some unsound; 2 none unsound, some unreadable.',
    arguments: [{ name: '[games...]', description: 'runs, saved games, files of them, or folders' }],
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
      analyzeVerb,
      exportVerb,
      verify,
    ],
    epilogue: 'Start with: lm-game demo\n',
  };
}

export const lmGameCommandLine = createGameCommandLine(async () => (await import('../runs/diplomacy-kind.js')).diplomacyKind);
