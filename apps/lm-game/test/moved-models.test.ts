import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import { type SimulatedProvider, startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGameConsole, type GameConsole } from './game-console.js';

let cli: GameConsole;
let servers: readonly SimulatedProvider[];
beforeEach(async () => {
  cli = createGameConsole();
  servers = await Promise.all([1, 2].map(() => startSimulatedProvider({ responders: diplomacyResponders })));
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await cli.remove();
});

const url = (server: number): string => servers[server]!.openAiUrl;
const big = (server: number): string => `vllm:big@${url(server)}`;
const tiny = (server: number): string => `llamacpp:tiny@${url(server)}`;
const asked = (): readonly string[] =>
  servers.flatMap((server) => server.requests().map(({ path, hash, seed }) => `${path} ${hash} ${seed ?? ''}`));

it('goes on with a game whose models have moved: nothing is asked twice, and the next commands know where they are', async () => {
  const seats = [...Array.from({ length: 5 }, () => 'bot:greedy'), tiny(0), big(0)].join(',');
  const begun = await cli.run(
    'play',
    '--models',
    seats,
    '--max-year',
    '1901',
    '--num-negotiation-rounds',
    '1',
    '--max-total-tokens',
    '30k',
    '--quiet',
  );
  expect(begun).toMatchObject({ exitCode: 1, stderr: '' });
  const [name = ''] = readdirSync(join(cli.cwd, 'runs'));
  const journal = join(cli.cwd, 'runs', name, 'journal.jsonl');
  const lines = (): readonly string[] => readFileSync(journal, 'utf8').trimEnd().split('\n');
  // The stop is taken away: the process was killed.
  writeFileSync(journal, `${lines().slice(0, -1).join('\n')}\n`);
  const before = lines();
  await servers[0]!.close();

  const twice = await cli.run('resume', name, '--model', `${tiny(1)},${tiny(0)}`);
  expect(twice).toMatchObject({ exitCode: 2 });
  expect(twice.stderr).toContain('--model gives llamacpp:tiny two addresses');

  const moved = await cli.run('resume', name, '--model', `${big(1)},${tiny(1)}`, '--max-total-tokens', '60k');
  expect(moved.stderr).toContain(`${name}: llamacpp:tiny has moved from ${url(0)} to ${url(1)}.`);
  expect(moved.stdout).toContain('the token budget of 60000 is used up');
  expect((await cli.run('resume', name, '--quiet')).exitCode).toBe(0);

  expect(lines().slice(0, before.length)).toEqual(before);
  expect(new Set(asked()).size).toBe(asked().length);
  expect(servers.map((server) => server.requests().length > 0)).toEqual([true, true]);
  expect((await cli.run('replay', name)).stdout).toMatch(/^same .* to its end\. No model was asked\./);
  expect((await cli.run('runs')).stdout.replaceAll(/\s+/g, ' ')).toContain('moved to');

  const forked = await cli.run('fork', name, '--at', 'F1901M', '--quiet');
  expect(forked.exitCode).toBe(0);
});
