import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SimulatedProvider, startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WORD_SIDES } from '../src/prompts/own-words.js';
import { readOwnWords } from '../src/prompts/read-own-words.js';
import { germanResponders, type Heard } from './german-model.js';
import { createMemoryConsole, type MemoryConsole } from './memory-console.js';

const GERMAN = fileURLToPath(new URL('../../../studies/prompts-de', import.meta.url));

/** Texts without a word of any language: marks and placeholders alone. */
const isWordless = (text: string): boolean => !/\p{L}/u.test(text.replaceAll(/\{\w+\}/g, ''));

/** Pieces of our English texts that no couple's own description holds by chance: three words, titles, labels with their colon. */
const ENGLISH = Object.entries(WORD_SIDES).flatMap(([side, { words }]) =>
  Object.entries(words).flatMap(([name, text]) =>
    text
      .split(/\{\w+\}|\n/)
      .flatMap((piece) => piece.match(/\p{L}+(?:[ ’'-]+\p{L}+){2,}|\p{Lu}{2,}(?: \p{Lu}+)+|\p{Lu}\p{L}+:/gu) ?? [])
      .map((piece) => ({ word: `${side}/${name}`, piece })),
  ),
);

let cli: MemoryConsole;
let provider: SimulatedProvider;
const heard: Heard = { prompts: [] };
let onAsked = (): void => {};

const MODEL = (): string => `openai:gpt-4.1@${provider.url}/v1`;
const runs = (): readonly string[] => readdirSync(join(cli.cwd, 'runs'));
const factsOf = (run: string) =>
  readFileSync(join(cli.cwd, 'runs', run, 'journal.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as { fact?: { type: string; score?: number } }).fact ?? []);

beforeAll(async () => {
  provider = await startSimulatedProvider({ responders: germanResponders(heard, () => onAsked()) });
  cli = createMemoryConsole({ env: { OPENAI_API_KEY: 'sk-test' } });
  cpSync(GERMAN, join(cli.cwd, 'de'), { recursive: true });
});
afterAll(async () => {
  await provider.close();
  await cli.remove();
});

it('has a German text for each of ours', () => {
  const { words, notes } = readOwnWords('/', GERMAN);
  const untranslated = Object.entries(WORD_SIDES).flatMap(([side, { words: shipped }]) =>
    Object.entries(shipped).flatMap(([name, text]) =>
      isWordless(text) || Object.hasOwn(words[side as keyof typeof words], name) ? [] : [`${side}/${name}`],
    ),
  );
  expect({ untranslated, notes }).toEqual({ untranslated: [], notes: [] });
});

it('stops within a run, and is resumed from its record alone when the folder is gone', async () => {
  onAsked = () => {
    if (heard.prompts.length === 12) cli.signals.emit('SIGINT');
  };
  const play = ['run', 'maya-jonas', '--scenes', '2', '--roles', 'as-listed', '--model', MODEL(), '--prompts-dir', 'de'];
  expect((await cli.run(...play)).exitCode).toBe(130);
  const asked = heard.prompts.length;
  rmSync(join(cli.cwd, 'de'), { recursive: true });

  const resumed = await cli.run('resume', '--all');
  expect(resumed.stderr).not.toContain('error');
  expect(resumed.exitCode).toBe(0);
  expect(heard.prompts.length).toBeGreaterThan(asked);

  const [run = ''] = runs();
  const facts = factsOf(run);
  expect(facts.filter(({ type }) => /missing|defaulted|passed/.test(type))).toEqual([]);
  expect(facts.filter(({ type }) => type === 'commitment-scored').map(({ score }) => score)).toEqual([6.5, 6.5, 6.5, 6.5]);
  expect(JSON.stringify(facts)).toContain('Draußen hält eine Bahn.');
  expect((await cli.run('replay', run)).exitCode).toBe(0);
});

it('asks in German throughout', () => {
  const titles = new Set(heard.prompts.map(({ title }) => title));
  expect(titles).not.toContain('unknown');
  expect(titles.size).toBeGreaterThan(9);
  const left = ENGLISH.filter(({ piece }) => heard.prompts.some(({ text }) => text.includes(piece)));
  expect(left).toEqual([]);
});

it('is forked with other words from a scene on, which are kept in the fork', async () => {
  cpSync(GERMAN, join(cli.cwd, 'streng'), { recursive: true });
  appendFileSync(join(cli.cwd, 'streng/director/judge.rules.txt'), '\nUrteile streng.\n');
  heard.prompts.length = 0;
  const [parent = ''] = runs();
  const forked = await cli.run('fork', parent, '--at', 'scene-2', '--set', 'promptsDir=streng', '--quiet');
  expect(forked.stderr).toBe('');
  expect(forked.exitCode).toBe(0);
  const judged = heard.prompts.filter(({ title }) => title.startsWith('DIE BINDUNG'));
  expect(new Set(judged.map(({ text }) => text.includes('Urteile streng.')))).toEqual(new Set([true]));
  const headers = runs().map((run) => readFileSync(join(cli.cwd, 'runs', run, 'journal.jsonl'), 'utf8').split('\n', 1)[0]);
  expect(headers.filter((header) => header?.includes('Urteile streng.'))).toHaveLength(1);
  const settings = (await cli.run('show', parent)).stdout;
  expect(settings).toMatch(/promptsDir \d+ texts of its own \([0-9a-f]{8}\)/);
});
