import { type CommandLine, defineVerb, journalVerbs, outputRules, viewVerb } from '@entente/run-console';
import { COUPLE_WORDS } from '../couple-runs/couple-words.js';
import { VERSION } from '../version.js';
import { batchOptions, batchRules, demoOptions, runOptions } from '../verbs/couple-options.js';
import { eventOptions } from '../couple-runs/event-options.js';
import { checkOptions } from '../verbs/check-options.js';
import { listOptions, listRules, MATERIAL_KINDS } from '../verbs/list-options.js';
import { promptsOptions, promptsRules } from '../verbs/prompts-options.js';
import { coupleReportOptions, coupleReportRules } from '../verbs/report-options.js';

const run = defineVerb({
  name: 'run',
  summary: 'play one couple and tell it as it happens',
  details: 'The same command again resumes a run that broke off and tells one that has ended; --new plays a further replicate.',
  arguments: [{ name: '<couple>', description: 'maya-jonas, ...; the couples verb lists them' }],
  options: runOptions,
  rules: outputRules,
  examples: ['run maya-jonas --model offline --scenes 3', 'run maya-jonas --model openai:gpt-4o-mini --max-cost 2'],
  run: async (call) => (await import('../verbs/run-couple.js')).runCouple(call),
});

const batch = defineVerb({
  name: 'batch',
  summary: 'play many couples at once',
  details:
    'The same command again skips finished runs and resumes interrupted ones; --new plays further replicates. Personas, couples, scenarios, arcs and prompts beside a study file extend or replace those that ship. A study has further settings (couples, pairing, scenarios, personas, events): studies/relationship.schema.json lists all, and init writes an example.',
  arguments: [
    {
      name: '[study]',
      description: 'a study file (YAML), or a folder with a study.yaml; options then only control how its runs are carried out',
    },
  ],
  options: batchOptions,
  rules: batchRules,
  examples: [
    'batch --pairs all --seeds 3 --model offline',
    'batch --pairs maya-jonas,ruth-isaac --seeds 1,5,9 --model anthropic:claude-haiku-4-5 --max-tokens 2M',
    'batch studies/choices-free-or-offered.yaml --dry-run',
    'batch my-study',
  ],
  run: async (call) => {
    const [study] = call.words;
    return study === undefined
      ? (await import('../verbs/run-batch.js')).runCouples(call)
      : (await import('../verbs/run-couple-study.js')).runCoupleStudy(call, study);
  },
});

const init = defineVerb({
  name: 'init',
  summary: 'write a commented example of a study into a new folder',
  details: 'It runs offline as it is: personas, couples, a turning point, an arc, and a study of two conditions.',
  arguments: [{ name: '<folder>', description: 'folder to write to; it must be new, or empty' }],
  options: {},
  examples: ['init my-study'],
  run: async (call) => (await import('../verbs/init-study.js')).initStudy(call),
});

const check = defineVerb({
  name: 'check',
  summary: 'say what a study would do and take, or everything that is wrong with it',
  details: 'No model is asked. Every fault is told with its file, line and the nearest right name; the exit code is 2 then.',
  arguments: [{ name: '<study>', description: 'folder with a study.yaml, or a study file' }],
  options: checkOptions,
  examples: ['check my-study', 'check studies/choices-free-or-offered.yaml'],
  run: async (call) => (await import('../verbs/check-study.js')).checkStudyFolder(call),
});

const demo = defineVerb({
  name: 'demo',
  summary: 'play six couples at once on the offline model and watch them live',
  details: 'A batch in a fresh folder below --runs-dir. Every option of batch that plays is understood, --model too.',
  options: demoOptions,
  rules: outputRules,
  examples: ['demo', 'demo --pairs all --interactions-per-scene 4'],
  run: async (call) => (await import('../verbs/run-demo.js')).runDemo(call),
});

const couples = defineVerb({
  name: 'couples',
  summary: 'list the couples that can be simulated, or show one whole',
  arguments: [{ name: '[name]', description: 'couple to show whole, with its personas, secrets and memories' }],
  options: {},
  examples: ['couples', 'couples maya-jonas'],
  run: async (call) => (await import('../verbs/list-couples.js')).listCouples(call),
});

const list = defineVerb({
  name: 'list',
  summary: 'list personas, couples, turning points, scenarios or arcs, those that ship or a study has',
  arguments: [{ name: '<kind>', description: MATERIAL_KINDS.join(', ') }],
  options: listOptions,
  rules: listRules,
  examples: ['list turning-points', 'list scenarios --turning-point unlocked-phone', 'list arcs --study my-study --json'],
  run: async (call) => (await import('../verbs/list-material.js')).listMaterial(call),
});

const prompts = defineVerb({
  name: 'prompts',
  summary: 'list the prompts, show one, or check or write a folder of your own',
  details: 'A folder may hold any part of the texts; --prompts-dir plays with it, in another language or with another rubric.',
  arguments: [
    { name: '[action]', description: 'list (default), show, check or export' },
    { name: '[name]', description: 'prompt to show, or folder to check or to write to' },
  ],
  options: promptsOptions,
  rules: promptsRules,
  examples: ['prompts', 'prompts show commitment-score', 'prompts export my-prompts', 'prompts check my-prompts'],
  run: async (call) => (await import('../verbs/prompts.js')).prompts(call),
});

/** `relationship-sim report`, which replaces the report that every kind of run has. */
const report = defineVerb({
  name: 'report',
  summary: 'report results, usage, cost and timing of runs; compare conditions or forks',
  arguments: [{ name: '[runs...]', description: 'runs to report on (default: all in the folder)' }],
  options: coupleReportOptions,
  rules: coupleReportRules,
  examples: [
    'report --forks maya-jonas~s1~9f3a01c2',
    'report',
    'report --format csv --tables commitment --out commitment.csv',
    'report --compare choices=free choices=offered --study choices-free-or-offered',
  ],
  run: async (call) => (await import('../verbs/report-couples.js')).reportCouples(call),
});

export const relationshipCommandLine: CommandLine = {
  name: 'relationship-sim',
  summary: 'Couples living through a relationship, played by language models.',
  version: VERSION,
  verbs: [
    run,
    batch,
    init,
    check,
    demo,
    couples,
    list,
    prompts,
    ...journalVerbs({
      words: COUPLE_WORDS,
      load: async () => (await import('../relationship-kind.js')).relationshipKind,
      report,
      fork: {
        options: eventOptions,
        examples: [
          'fork maya-jonas~s1~9f3a01c2 --at scene-4 --event "The letter from the clinic has come." --known-to Maya --times 5',
        ],
        editsOf: async (options, start) => (await import('../couple-runs/fork-events.js')).withEvents(options, start),
      },
    }),
    viewVerb(async () => (await import('../verbs/couple-page.js')).couplePage),
  ],
  epilogue: 'Start with: relationship-sim demo\n',
};
