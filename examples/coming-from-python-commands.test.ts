/* eslint-disable @nx/enforce-module-boundaries -- the command line is no entry of its package: here it is looked at, not used */
import { writeArtefacts } from '@entente/diplomacy-analysis/node';
import {
  DiplomacyAgent,
  forEveryPower,
  gameProgram,
  PhaseNarrator,
  PROMPT_SETS,
  PromptFolderError,
  readPromptFolder,
} from '@entente/diplomacy-game';
import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import { createOfflineModel, nodeClock, parseModelId, PROVIDER_PRESETS } from '@entente/llm-clients';
import { playPhase } from '@entente/lm-game';
import { createMemoryStore, type Json, startRun } from '@entente/simulation-core';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lmGameCommandLine } from '../apps/lm-game/src/cli/lm-game-command-line.js';
import { normalizeArguments } from '../apps/lm-game/src/cli/normalize-arguments.js';

const page = readFileSync(path.join(import.meta.dirname, '../docs/coming-from-python.md'), 'utf8');
const [, diplomacy = ''] = page.split('\n## Diplomacy\n');

/** The cells of the table below a heading, without its head. */
function tableOf(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = diplomacy.split(`\n### ${heading}\n`);
  const lines = section.split('\n### ')[0]!.split('\n');
  const rows = lines.filter((line) => line.startsWith('| ')).map((line) => line.split(/(?<!\\)\|/).slice(1, -1));
  return rows.slice(1).map((cells) => cells.map((cell) => cell.trim()));
}

const codeIn = (cell: string | undefined): readonly string[] => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

/** The long flags that a verb of lm-game takes. */
function flagsOf(name: string): readonly string[] {
  const verb = lmGameCommandLine.verbs.find((each) => each.name === name);
  expect(verb, `lm-game has no verb ${name}`).toBeDefined();
  return Object.values(verb!.options).flatMap(({ flags, aliases = [] }) =>
    [...[flags, ...aliases].join(' ').matchAll(/--[a-z-]+/g)].map(([flag]) => flag),
  );
}

function expectOption(text: string): void {
  const [verb = '', ...options] = text.split(' ').filter((word, index) => index === 0 || word.startsWith('--'));
  for (const option of options) expect(flagsOf(verb), `lm-game ${verb} takes no ${option}`).toContain(option);
}

/** As the original's own help lists them. */
const LM_GAME_FLAGS = [
  ...['run_dir', 'output', 'critical_state_analysis_dir', 'resume_from_phase', 'end_at_phase', 'max_year'],
  ...['num_negotiation_rounds', 'models', 'planning_phase', 'max_tokens', 'max_tokens_per_model', 'seed_base', 'prompts_dir'],
  ...['simple_prompts', 'generate_phase_summaries', 'use_unformatted_prompts', 'country_specific_prompts'],
];
const RUNNER_FLAGS = [
  ...['experiment_dir', 'iterations', 'parallel', 'analysis_modules', 'critical_state_base_run', 'seed_base', 'compare_to'],
  ...['sig_level', 'showall'],
];

describe.each([
  { heading: 'Flags of `lm_game.py`', verb: 'play', flags: LM_GAME_FLAGS },
  { heading: 'Flags of `experiment_runner.py`', verb: 'batch', flags: RUNNER_FLAGS },
])('$heading', ({ heading, verb, flags }) => {
  const rows = tableOf(heading);

  it('are all on the page, each once', () => {
    expect(rows.flatMap(([original]) => codeIn(original)).toSorted()).toEqual(flags.map((flag) => `--${flag}`).toSorted());
  });

  it.each(flags)(`--%s is understood by ${verb} as it is written there`, (flag) => {
    const [understood, ...rest] = normalizeArguments([`--${flag}`]);

    expect(rest).toEqual([]);
    expect(flagsOf(verb)).toContain(understood);
  });

  it.each(rows)('%s is %s', (_original, here) => {
    const [option] = codeIn(here);

    expect(option).toMatch(/^[a-z]+ --/);
    expectOption(option!);
  });
});

it('every command for lm-game on the page has a verb and options that exist', () => {
  const commands = codeIn(page.replaceAll('\n', ' ')).filter((code) => code.startsWith('npx lm-game '));

  expect(commands.length).toBeGreaterThan(15);
  for (const command of commands) expectOption(command.replace('npx lm-game ', ''));
});

it('every script of the original is on the page', () => {
  const scripts = tableOf('Other scripts')
    .map(([original]) => original!)
    .join('\n');

  for (const script of [
    ...['lm_game.py', 'experiment_runner.py', 'analyze_game_moments.py', 'diplomacy_unified_analysis_final.py'],
    ...['statistical_game_analysis.py', 'make_all_analysis_data.py', '`p1`', '`p2`', '`p3`', 'validation.py'],
    ...['csv_to_rl_json.py', 'analyze_rl_json.py', 'analyze_lies_focused.py', 'analyze_game_results.py', 'ai_animation'],
  ])
    expect(scripts).toContain(script);
});

describe('files of a run', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'coming-from-python-'));
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

  beforeAll(async () => {
    const model = createOfflineModel({ responders: diplomacyResponders, clock: nodeClock });
    const offline = { provider: 'offline', modelId: 'offline', baseUrl: null };
    const settings = {
      // The first year is summed up in the second Spring, and only for a year that is still to come.
      ...({ maxYear: 1903, endAtPhase: 'S1902M', negotiationRounds: 1, adaptiveRounds: false } as const),
      ...({ planning: true, phaseSummaries: true, rulebook: 'python-compatible' } as const),
    };
    const program = gameProgram(
      {
        settings,
        seats: forEveryPower(() => ({ model: 'offline' })),
        agents: forEveryPower((power) => new DiplomacyAgent({ power, model, formatter: model, prompts: PROMPT_SETS.simple })),
        narrator: new PhaseNarrator({ model }),
      },
      playPhase,
    );
    const spec = {
      ...{ settings, seats: forEveryPower(() => ({ model: offline, promptSet: 'simple' })) },
      ...{ formatter: 'own', narrator: offline, promptSets: { simple: { digest: 'x' } } },
    };
    const store = createMemoryStore();
    const description = { spec: JSON.parse(JSON.stringify(spec)) as Json, seed: '1', replicate: 0 };
    const { runId, status } = await startRun(program, { store, clock: nodeClock, packageVersion: '0.1.0', description });
    expect(status).toBe('completed');
    await writeArtefacts({ store, runId, folder });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const rows = tableOf('Files of a run').map(([place = '', keys]) => ({ place, keys: codeIn(keys) }));

  it('are all on the page', () => {
    expect(new Set(rows.map(({ place }) => codeIn(place)[0]))).toEqual(
      new Set(['lmvsgame.json', 'overview.jsonl', 'llm_responses.csv', 'general_game.log', 'game_manifesto.txt']),
    );
  });

  it.each(rows)('$place: $keys', ({ place, keys }) => {
    const [file = ''] = codeIn(place);
    const there = namesIn(read(file), place);

    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(there, `${place} has no ${key}`).toContain(key);
  });
});

/** Names in a part of a file: the keys of its object, the columns of its table, the values of its column, or its words. */
function namesIn(text: string, place: string): readonly string[] {
  const [file, part] = codeIn(place);
  if (file === 'overview.jsonl') {
    const line = ['first line', 'second line', 'third line'].findIndex((name) => place.endsWith(name));
    return keysOf(JSON.parse(text.split('\n')[line]!) as Keyed, line === 0 ? 1 : 0);
  }
  if (file === 'llm_responses.csv') {
    if (place.endsWith('columns')) return codesBetweenQuotes(text.split('\n')[0]!);
    if (place.endsWith('replies'))
      return [...text.matchAll(/""(\w+)"" ?:|^(PARSABLE OUTPUT):/gm)].map(([, key, heading]) => key ?? heading!);
    return [...new Set([...text.matchAll(/"(?:[SFW]\d{4}[MRA])","(\w+)"/g)].map(([, type]) => type!))];
  }
  if (file !== 'lmvsgame.json') return text.split(/[^\w.]+/).map((word) => word.replace(/\.$/, ''));
  const game = JSON.parse(text) as Keyed & { readonly phases: readonly (Keyed & Record<'state' | 'messages', Keyed>)[] };
  const [phase] = game.phases;
  if (place.endsWith('a phase') || part === 'agent_relationships') return Object.keys(phase!);
  if (place.endsWith('a message')) return keysOf(phase!.messages, 1);
  if (part === 'state') return Object.keys(phase!.state);
  if (part === 'state_agents') return keysOf(phase!['state_agents'] as Keyed, 1);
  if (part === 'order_results') {
    const results = game.phases.map((each) => each['order_results']).filter((each) => each !== undefined);
    return [...keysOf(results as unknown as Keyed, 2), ...keysOf(results as unknown as Keyed, 4)];
  }
  return Object.keys(game);
}

type Keyed = Readonly<Record<string, unknown>>;

/** Keys of an object, or of all objects `level` levels below it. */
function keysOf(value: Keyed, level: number): readonly string[] {
  if (level === 0) return Object.keys(value);
  return Object.values(value).flatMap((each) => keysOf(each as Keyed, level - 1));
}

const codesBetweenQuotes = (line: string): readonly string[] => [...line.matchAll(/"(\w+)"/g)].map(([, name]) => name!);

describe('prompts of your own', () => {
  const rows = tableOf('Prompts of your own').map(([files, placeholders]) => ({
    files: codeIn(files),
    placeholders: codeIn(placeholders).filter((code) => code.startsWith('{')),
    isUsed: placeholders?.includes('not used') !== true,
  }));

  it.each(rows)('$files take $placeholders, and no others', ({ files, placeholders, isUsed }) => {
    for (const file of files) {
      const { notes, ...set } = readPromptFolder({ [file]: `Think.\n${placeholders.join('\n')}` }, PROMPT_SETS.default);

      if (isUsed) {
        expect(JSON.stringify(set)).toContain('Think.');
        expect(() => readPromptFolder({ [file]: 'Think. {no_such_thing}' }, PROMPT_SETS.default)).toThrow(PromptFolderError);
      } else expect(notes).toEqual([expect.stringContaining(`${file} is not used`)]);
    }
  });

  it('are all that the original has with placeholders', () => {
    expect(rows.filter(({ placeholders }) => placeholders.length > 0)).toHaveLength(7);
  });
});

it.each(tableOf('Environment'))('%s in the environment: %s', (original, here) => {
  const known = Object.values(PROVIDER_PRESETS).flatMap((preset) => [
    ...preset.keyVariables,
    ...('baseUrlVariable' in preset ? [preset.baseUrlVariable] : []),
  ]);
  const [option] = codeIn(here);

  if (option === undefined) for (const variable of codeIn(original)) expect(known).toContain(variable);
  else expectOption(option);
});

it.each(tableOf('Model ids').slice(0, -2))('%s is written %s', (original, here) => {
  const [id = ''] = codeIn(here);
  const [prefix = ''] = codeIn(original);
  const { provider, model } = parseModelId(id).id;

  expect(prefix.replace('openai-requests', 'openai')).toContain(provider);
  expect(id).toContain(`${provider}:${model}`);
});
