import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import { HOSTILE_TEXT, withHostileWords } from '@entente/llm-clients/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relationshipCommandLine } from '../src/cli/relationship-command-line.js';
import { offlineResponders } from '../src/offline-responders.js';
import { createMemoryConsole, type MemoryConsole, type Said } from './memory-console.js';

/** Text with characters that JSON, shells and pages escape. */
const KEY = `lab"key\\9&'7<x>`;
/** Text that only a study file contains. */
const STUDY_KEY = `study-key's"quoted-study`;
const SAID_BACK = [KEY, JSON.stringify(KEY), encodeURIComponent(KEY), Buffer.from(KEY).toString('base64')].join(' or ');
const OWN_SEQUENCES = /\u001b\[(?:1|2|3|22|23|31|32|33|36|39)m|\u001b\[\d*[AGJK]/g;
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

let cli: MemoryConsole;
let url: string;
let refusing: Server;
let refusingUrl: string;
let run: string;
const closing: (() => unknown)[] = [];
const short = (): readonly string[] => [
  ...['--model', `vllm:m@${url}`, '--scenes', '1', '--interactions-per-scene', '2', '--durability', 'process'],
];

beforeAll(async () => {
  const provider = await startSimulatedProvider({
    responders: withHostileWords(offlineResponders, `${HOSTILE_TEXT} ${SAID_BACK}`),
  });
  url = provider.openAiUrl;
  refusing = createServer((_request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: `no ${HOSTILE_TEXT} ${SAID_BACK}` } }));
  });
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  refusingUrl = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}/v1`;
  cli = createMemoryConsole({ terminal: 100, env: { VLLM_API_KEY: KEY } });
  closing.push(
    () => provider.close(),
    () => refusing.close(),
    () => cli.remove(),
  );
  const played = await cli.run('run', 'maya-jonas', ...short());
  expect(played.exitCode).toBe(0);
  expectHarmless(played);
  [run = ''] = readdirSync(join(cli.cwd, 'runs'));
  const [one, two] = [KEY, STUDY_KEY].map((key) => JSON.stringify(`vllm:m@${url}#${key}`));
  writeFileSync(
    join(cli.cwd, 'keys.yaml'),
    `program: relationship\nname: s\nseeds: 1\nsettings: { couples: maya-jonas, scenes: 1, judgeModel: ${two} }\nfactors: { model: [${one}, ${two}, offline] }\n`,
  );
  writeFileSync(
    join(cli.cwd, 'study.yaml'),
    `program: relationship\nname: s\nseeds: 1\nsettings: { couples: maya-jonas, scenes: 1 }\nfactors: { model: ["vllm:m@${url}", offline] }\n`,
  );
}, 120_000);
afterAll(async () => {
  for (const close of closing) await close();
});

function expectHarmless({ stdout, stderr }: Said): void {
  for (const text of [stdout, stderr]) {
    expect(text.replace(OWN_SEQUENCES, '')).not.toMatch(UNPRINTABLE);
    expectNoKey(text);
  }
}

function expectNoKey(text: string): void {
  for (const form of [...SAID_BACK.split(' or '), 'study-key', 'quoted-study'])
    expect(text).not.toContain(form.replace(/^"|"$/g, ''));
}

describe('a couple whose models and servers steer terminals and say back the key', () => {
  /** Every verb in every form that shows texts written by others. */
  const commands: Readonly<Record<string, readonly (() => readonly string[])[]>> = {
    run: [
      () => ['run', 'ruth-isaac', '--json', ...short()],
      () => ['run', 'maya-jonas', '--seed', '2', '--log-level', 'debug', '--log-file', 'debug.log', ...short()],
      () => ['run', 'maya-jonas', '--seed', '3', '--log-level', 'debug', ...short()],
      () => ['run', 'maya-jonas', '--model', `vllm:m@${refusingUrl}`, '--log-level', 'debug'],
      () => ['run', HOSTILE_TEXT, ...short()],
      () => ['run', 'maya-jonas', '--model', `vllm:m#${KEY}`, `--key=${KEY}`],
    ],
    batch: [
      () => ['batch', '--pairs', 'maya-jonas,ruth-isaac', ...short()],
      () => ['batch', 'keys.yaml', '--durability', 'process'],
      () => ['batch', 'study.yaml', '--durability', 'process'],
      () => ['batch', 'study.yaml', '--dry-run'],
      () => ['batch', HOSTILE_TEXT],
    ],
    demo: [() => ['demo', '--model', `vllm:m@${refusingUrl}`]],
    couples: [() => ['couples'], () => ['couples', 'maya-jonas'], () => ['couples', HOSTILE_TEXT]],
    list: [() => ['list', 'scenarios', '--turning-point', HOSTILE_TEXT], () => ['list', 'arcs', '--study', HOSTILE_TEXT]],
    init: [() => ['init', HOSTILE_TEXT]],
    check: [() => ['check', HOSTILE_TEXT], () => ['check', 'study.yaml']],
    prompts: [() => ['prompts', 'list'], () => ['prompts', 'show', HOSTILE_TEXT]],
    tell: [() => ['tell', run], () => ['tell', HOSTILE_TEXT]],
    resume: [() => ['resume', '--all'], () => ['resume', HOSTILE_TEXT]],
    fork: [
      () => ['fork', run, '--at', 'scene-1', '--times', '2'],
      () => ['fork', run, '--at', HOSTILE_TEXT],
      () => ['fork', run, '--at', 'scene-1', '--event', HOSTILE_TEXT],
    ],
    replay: [() => ['replay', run]],
    runs: [() => ['runs'], () => ['runs', '--json'], () => ['runs', '--runs-dir', HOSTILE_TEXT]],
    show: [
      () => ['show', run],
      () => ['show', run, '--story'],
      () => ['show', run, '--facts'],
      () => ['show', run, 'scene-1'],
      () => ['show', run, 'scene-1/opening#0'],
      () => ['show', run, HOSTILE_TEXT],
    ],
    report: [
      () => ['report'],
      () => ['report', '--format', 'csv'],
      () => ['report', '--format', 'jsonl'],
      () => ['report', '--out', 'report.txt'],
      () => ['report', '--tables', HOSTILE_TEXT],
    ],
    view: [() => ['view', '--host', HOSTILE_TEXT]],
    doctor: [() => ['doctor', '--model', `vllm:m@${url}`], () => ['doctor', '--model', `vllm:m@${refusingUrl}`, '--json']],
  };

  it('is tried with every verb', () => {
    expect(Object.keys(commands).sort()).toEqual(relationshipCommandLine.verbs.map(({ name }) => name).sort());
  });

  it.each(Object.keys(commands))('%s lets out nothing but our own colours, and no key', async (verb) => {
    for (const command of commands[verb] ?? []) expectHarmless(await cli.run(...command()));
  });

  it('leaves no key in any file, and no control character in one that is text', () => {
    const files = readdirSync(cli.cwd, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(cli.cwd, name)).isFile(),
    );
    let hostile = 0;
    for (const name of files.filter((each) => each !== 'keys.yaml')) {
      const text = readFileSync(join(cli.cwd, name), 'utf8');
      expectNoKey(text);
      if (name.endsWith('journal.jsonl')) hostile += text.includes('owned') ? 1 : 0;
      else expect(text).not.toMatch(UNPRINTABLE);
    }
    // The record keeps the text unchanged.
    expect(hostile).toBeGreaterThan(3);
  });
});
