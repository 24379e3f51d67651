import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SimulatedProvider, startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { offlineResponders } from '../src/offline-responders.js';
import { startFrontedProvider } from './fronted-provider.js';
import { createMemoryConsole, type MemoryConsole } from './memory-console.js';

let cli: MemoryConsole;
let servers: readonly SimulatedProvider[];
beforeEach(async () => {
  cli = createMemoryConsole();
  servers = await Promise.all([1, 2, 3].map(() => startSimulatedProvider({ responders: offlineResponders })));
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await cli.remove();
});

const url = (server: number): string => servers[server]!.openAiUrl;
const tiny = (server: number): string => `llamacpp:tiny@${url(server)}`;
const judge = (server: number): string => `vllm:judge@${url(server)}`;
const vectors = (server: number): string => `lmstudio:vectors@${url(server)}`;
const everybody = (server: number): string => [tiny(server), judge(server), vectors(server)].join(',');

const begin = (...words: readonly string[]) => beginWith('12k', ...words);
const beginWith = (maxTokens: string, ...words: readonly string[]) =>
  cli.run(
    ...(words.length > 0 ? words : ['run', 'maya-jonas']),
    ...['--model', tiny(0), '--judge-model', judge(0), '--embedding-model', vectors(0)],
    ...['--scenes', '3', '--interactions-per-scene', '2', '--durability', 'process', '--max-tokens', maxTokens],
  );
const runNames = (): readonly string[] => readdirSync(join(cli.cwd, 'runs')).sort();
const journal = (name: string): string => join(cli.cwd, 'runs', name, 'journal.jsonl');
const linesOf = (name: string): readonly string[] => readFileSync(journal(name), 'utf8').trimEnd().split('\n');
const answersOf = (name: string): readonly string[] => linesOf(name).filter((line) => line.startsWith('{"type":"answer-'));
/** Leaves the journal as after a killed process: without a stop on record. */
function forgetStop(name: string): void {
  writeFileSync(journal(name), `${linesOf(name).slice(0, -1).join('\n')}\n`);
}
/** Requests to the servers, embeddings included, with repetitions. */
const asked = (): readonly string[] =>
  servers.flatMap((server) => server.requests().map(({ path, hash, seed }) => `${path} ${hash} ${seed ?? ''}`));
const askedOf = (server: number): readonly string[] => [...new Set(servers[server]!.requests().map(({ model }) => model))].sort();

describe('relationship-sim resume at another address', () => {
  it('asks all that is missing there and nothing on record again, and stays there', async () => {
    expect((await begin()).exitCode).toBe(1);
    const [name = ''] = runNames();
    forgetStop(name);
    const before = linesOf(name);
    await servers[0]!.close();

    const refused = await cli.run('resume', name, '--model', `llamacpp:other@${url(1)}`, '--quiet');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/no run of this command asks it; .*Only the address of a model can change/);

    const moved = await cli.run('resume', name, '--model', everybody(1), '--max-tokens', '60k');
    expect(moved.stderr).toContain(`${name}: llamacpp:tiny has moved from ${url(0)} to ${url(1)}.`);
    expect(moved.stderr).toContain(`${name}: lmstudio:vectors has moved from ${url(0)} to ${url(1)}.`);
    expect(moved.stdout).toContain('the token budget of 60000 is used up');
    expect(askedOf(1)).toEqual(['judge', 'tiny', 'vectors']);
    expect(linesOf(name).slice(0, before.length)).toEqual(before);

    const listed = await cli.run('runs', '--json');
    expect(JSON.parse(listed.stdout)).toMatchObject({ run: name, movedTo: `${tiny(1)}, ${judge(1)}, ${vectors(1)}` });

    const again = await cli.run('resume', name);
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.stderr).toContain(`${name}: llamacpp:tiny has moved from ${url(0)} to ${url(1)}.`);

    expect(new Set(asked()).size).toBe(asked().length);
    const models = answersOf(name).map((line) => (JSON.parse(line) as { model: { baseUrl: string } }).model.baseUrl);
    expect(new Set(models)).toEqual(new Set([url(0)]));
    const replayed = await cli.run('replay', name);
    expect(replayed.stdout).toMatch(/^same .* to its end\. No model was asked\./);
    const shown = await cli.run('show', name);
    expect(shown.stdout).toMatch(new RegExp(`^Since .*: llamacpp:tiny has moved from ${url(0)} to ${url(1)}; vllm:judge`, 'm'));
    const [last = ''] = answersOf(name).slice(-1);
    const call = await cli.run('show', name, (JSON.parse(last) as { path: string }).path);
    expect(call.stdout).toContain(`asked at  ${url(1)}`);
    expect(servers[2]!.requests()).toEqual([]);
  });

  it('moves every run of a folder that asks the model, leaves the others with a line, and forgets no move', async () => {
    await begin('batch', '--pairs', 'maya-jonas', '--seeds', '2');
    await cli.run('run', 'theo-amara', '--model', 'offline', '--scenes', '2', '--max-tokens', '3k', '--quiet');
    const [first = '', second = '', other = ''] = runNames();
    await servers[0]!.close();
    const moved = await cli.run('resume', '--all', '--model', everybody(1), '--quiet');
    expect(moved.exitCode).toBe(0);
    expect(moved.stderr).toContain(`${other}: llamacpp:tiny is not asked there, and nothing is moved.`);
    for (const name of [first, second]) expect(linesOf(name).at(-1)).toContain(`"addresses":{"${tiny(0)}":"${url(1)}"`);
    expect(linesOf(other).join('\n')).not.toContain('"addresses"');
    expect(new Set(asked()).size).toBe(asked().length);
  });

  it('sends a key with the model that moves, keeps it off every record, and stays there for the command that began the run', async () => {
    await begin();
    const [name = ''] = runNames();
    const keyed = ['resume', name, '--model', `${tiny(1)}#sk-for-the-new-one`, '--reask', '--max-tokens', '30k', '--quiet'];
    expect((await cli.run(...keyed)).stdout).toContain('the token budget of 30000 is used up');
    expect(linesOf(name).some((line) => line.startsWith('{"type":"step-reasked"'))).toBe(true);
    const before = servers[0]!.requests().filter(({ model }) => model === 'tiny').length;
    const again = await beginWith('200k');
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.stderr).toContain(`llamacpp:tiny has moved from ${url(0)} to ${url(1)}.`);
    expect(servers[0]!.requests().filter(({ model }) => model === 'tiny')).toHaveLength(before);
    expect(askedOf(1)).toEqual(['tiny']);
    expect(linesOf(name).join('\n')).not.toContain('sk-for');
  });
});

describe('relationship-sim fork at another address', () => {
  it('inherits where the parent moved to, and may move itself', async () => {
    await begin();
    const [parent = ''] = runNames();
    await cli.run('resume', parent, '--model', everybody(1), '--quiet');
    await servers[0]!.close();
    servers[1]!.reset();
    expect((await cli.run('fork', parent, '--at', 'scene-2', '--quiet')).exitCode).toBe(0);
    const [inheriting = ''] = runNames().filter((name) => name !== parent);
    expect(askedOf(1)).toContain('tiny');
    expect(linesOf(inheriting).find((line) => line.startsWith('{"type":"run-forked"'))).toContain(`"${tiny(0)}":"${url(1)}"`);

    await servers[1]!.close();
    const moved = await cli.run('fork', parent, '--at', 'scene-2', '--times', '2', '--model', everybody(2));
    expect(moved).toMatchObject({ exitCode: 0 });
    expect(moved.stderr).toContain(`llamacpp:tiny has moved from ${url(0)} to ${url(2)}.`);
    expect(askedOf(2)).toEqual(expect.arrayContaining(['judge', 'tiny']));
    const forks = runNames().filter((name) => name !== parent);
    for (const name of forks) expect((await cli.run('replay', name)).stdout).toMatch(/^same/);
  });
});

describe('keys of models that a fork sets', () => {
  it.each(['the id says where', 'a variable says where'])('go with every call: %s', async (where) => {
    const provider = await startFrontedProvider();
    const other = createMemoryConsole({ env: where.startsWith('a variable') ? { OPENAI_BASE_URL: provider.url } : {} });
    try {
      const id = where.startsWith('a variable') ? 'openai:tiny' : `openai:tiny@${provider.url}`;
      await other.run('run', 'maya-jonas', '--model', 'offline', '--scenes', '2', '--interactions-per-scene', '2', '--quiet');
      const [parent = ''] = readdirSync(join(other.cwd, 'runs'));
      const set = ['fork', parent, '--at', 'scene-2', '--set', `model=${id}`, '--model', `${id}#sk-of-the-fork`];
      expect(await other.run(...set, '--quiet')).toMatchObject({ exitCode: 0, stderr: '' });
      expect(provider.keys()).toEqual(['sk-of-the-fork']);
      for (const name of readdirSync(join(other.cwd, 'runs')))
        expect(readFileSync(join(other.cwd, 'runs', name, 'journal.jsonl'), 'utf8')).not.toContain('sk-of');
    } finally {
      await other.remove();
      await provider.close();
    }
  });
});
