import { analysisResponders } from '@entente/diplomacy-analysis/offline';
import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import { startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import { HOSTILE_TEXT, withHostileWords } from '@entente/llm-clients/testing';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lmGameCommandLine } from '../src/cli/lm-game-command-line.js';
import { createGameConsole, type GameConsole, type Said } from './game-console.js';

/** With what JSON, shells and pages escape. */
const KEY = `lab"key\\9&'7<x>`;
const SAID_BACK = [KEY, JSON.stringify(KEY), encodeURIComponent(KEY), Buffer.from(KEY).toString('base64')].join(' or ');
const OWN_SEQUENCES = /\u001b\[(?:1|2|3|22|23|31|32|33|36|39)m|\u001b\[\d*[AGJK]/g;
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

let cli: GameConsole;
let url: string;
let refusing: Server;
let refusingUrl: string;
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  const responders = withHostileWords([...diplomacyResponders, ...analysisResponders], `${HOSTILE_TEXT} ${SAID_BACK}`);
  const provider = await startSimulatedProvider({ responders });
  url = provider.openAiUrl;
  refusing = createServer((_request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: `no ${HOSTILE_TEXT} ${SAID_BACK}` } }));
  });
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  refusingUrl = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}/v1`;
  cli = createGameConsole({ terminal: 100, env: { VLLM_API_KEY: KEY }, typed: ['A PAR H', HOSTILE_TEXT, ''] });
  closing.push(
    () => provider.close(),
    () => refusing.close(),
    () => cli.remove(),
  );
  const played = await cli.run('play', '--run-dir', 'runs/base', ...short());
  expect(played.exitCode).toBe(0);
  expectHarmless(played);
}, 120_000);
afterAll(async () => {
  for (const close of closing) await close();
});

const model = (): string => `vllm:m@${url}`;
const short = (): readonly string[] => [
  ...['--models', `bot:greedy,FRANCE=${model()},ENGLAND=${model()}`, '--end-at-phase', 'F1901M', '--durability', 'process'],
  ...['--num-negotiation-rounds', '1'],
];

function expectHarmless({ stdout, stderr }: Said): void {
  for (const text of [stdout, stderr]) {
    expect(text.replace(OWN_SEQUENCES, '')).not.toMatch(UNPRINTABLE);
    expectNoKey(text);
  }
}

function expectNoKey(text: string): void {
  for (const form of SAID_BACK.split(' or ')) expect(text).not.toContain(form.replace(/^"|"$/g, ''));
}

describe('a game whose models, servers and files steer terminals and say back the key', () => {
  /** Each verb, in each form in which it shows what others wrote. */
  const commands: Readonly<Record<string, readonly (() => readonly string[])[]>> = {
    play: [
      () => ['play', '--json', '--run-dir', 'runs/json', ...short()],
      () => ['play', '--log-level', 'debug', '--log-file', 'debug.log', '--new', ...short()],
      () => ['play', '--log-level', 'debug', '--seed', '2', ...short()],
      () => ['play', '--models', `bot:greedy,FRANCE=vllm:m@${refusingUrl}`, '--max-year', '1901', '--log-level', 'debug'],
      () => [
        'play',
        '--run-dir',
        `runs/${HOSTILE_TEXT.replaceAll('\0', '')}`,
        '--models',
        'bot:greedy',
        '--end-at-phase',
        'S1901M',
      ],
      () => [
        'play',
        '--models',
        `bot:greedy,FRANCE=${model()}`,
        '--human',
        'ENGLAND',
        '--end-at-phase',
        'S1901M',
        '--num-negotiation-rounds',
        '0',
      ],
      () => ['play', '--max-year', '1901', '--model', HOSTILE_TEXT],
      () => ['play', HOSTILE_TEXT, `--${HOSTILE_TEXT}`],
    ],
    batch: [() => ['batch', '--seeds', '5,6', ...short()], () => ['batch', HOSTILE_TEXT]],
    demo: [() => ['demo', '--model', `vllm:m@${refusingUrl}`]],
    resume: [() => ['resume', '--all'], () => ['resume', HOSTILE_TEXT]],
    fork: [() => ['fork', 'base', '--at', 'F1901M', '--times', '2'], () => ['fork', 'base', '--at', HOSTILE_TEXT]],
    replay: [() => ['replay', 'base']],
    runs: [() => ['runs'], () => ['runs', '--json'], () => ['runs', '--runs-dir', HOSTILE_TEXT]],
    tell: [() => ['tell', 'base'], () => ['tell', HOSTILE_TEXT]],
    show: [
      () => ['show', 'base'],
      () => ['show', 'base', '--story'],
      () => ['show', 'base', '--facts'],
      () => ['show', 'base', 'S1901M'],
      () => ['show', 'base', 'F1901M/orders/FRANCE#0'],
      () => ['show', 'base', HOSTILE_TEXT],
    ],
    report: [
      () => ['report'],
      () => ['report', '--format', 'csv'],
      () => ['report', '--format', 'jsonl'],
      () => ['report', '--out', 'report.txt', '--html', 'report.html', '--svg', 'report.svg', '--leaderboard', 'board.json'],
      () => ['report', '--forks', 'base'],
      () => ['report', '--tables', HOSTILE_TEXT],
    ],
    analyze: [
      () => ['analyze', 'base', '--model', model(), '--report', 'story.md', '--json', 'moments.json'],
      () => ['analyze', 'base', '--model', `vllm:m@${refusingUrl}`],
    ],
    export: [
      ...['saved-game', 'lmvsgame', 'overview', 'manifesto', 'responses', 'log', 'orders-data', 'phase-data'].map(
        (format) => () => ['export', 'base', '--format', format],
      ),
      () => ['export', 'base', '--format', 'responses', '--out', 'responses.csv'],
    ],
    prompts: [() => ['prompts', 'show', 'write-orders', '--power', 'FRANCE'], () => ['prompts', 'check', HOSTILE_TEXT]],
    verify: [() => ['verify', 'runs/base'], () => ['verify', HOSTILE_TEXT]],
    view: [() => ['view', '--host', HOSTILE_TEXT]],
    doctor: [() => ['doctor', '--model', model()], () => ['doctor', '--model', `vllm:m@${refusingUrl}`, '--json']],
  };

  it('is tried with every verb', () => {
    expect(Object.keys(commands).sort()).toEqual(lmGameCommandLine.verbs.map(({ name }) => name).sort());
  });

  it.each(Object.keys(commands))('%s lets out nothing but our own colours, and no key', async (verb) => {
    for (const command of commands[verb] ?? []) expectHarmless(await cli.run(...command()));
  });

  it('leaves no key in any file, and no control character in one that is text', () => {
    const files = readdirSync(cli.cwd, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(cli.cwd, name)).isFile(),
    );
    expect(files.length).toBeGreaterThan(30);
    let hostile = 0;
    for (const name of files) {
      const text = readFileSync(join(cli.cwd, name), 'utf8');
      expectNoKey(text);
      if (name.endsWith('journal.jsonl')) hostile += text.includes('owned') ? 1 : 0;
      else if (/\.(?:txt|log|csv|md|html|svg)$/.test(name))
        expect(`${name}: ${text}`.slice(name.length)).not.toMatch(UNPRINTABLE);
    }
    // The record has what was said, as it was said.
    expect(hostile).toBeGreaterThan(3);
  });
});
