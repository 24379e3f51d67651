import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SettingError } from '@entente/llm-clients';
import { parseArguments } from './parse-arguments.js';
import { runCommand, summarize } from './run-command.js';

test('options say what to simulate', () => {
  const argv =
    '--port 0 --latency lognormal:800ms,0.6 --fault 429=0.05 --fault refusal=0.1 --rpm 60 --max-concurrent 5 --seed 7 --log x.jsonl'.split(
      ' ',
    );
  expect(parseArguments(argv)).toEqual({
    help: false,
    responders: undefined,
    options: {
      port: 0,
      latency: 'lognormal:800ms,0.6',
      faults: { '429': 0.05, refusal: 0.1 },
      rateLimits: { requestsPerMinute: 60, maxConcurrent: 5 },
      seed: 7,
      logFile: 'x.jsonl',
    },
  });
  expect(parseArguments([]).options).toEqual({ port: 8_099, faults: {} });
});

test.each([
  [['--prot', '1'], /'--prot'.*--help/],
  [['--port', 'x'], /--port takes a whole number, not "x"/],
  [['--fault', '418=1'], /--fault "418=1" is not KIND=SHARE/],
  [['--latency', 'slow', '--port', '0'], /latency "slow" is not understood/],
  [['--responders', './missing.mjs'], /--responders \.\/missing\.mjs cannot be loaded/],
  [['--port', '0', '--log', '/no/such/folder/x.jsonl'], /--log .* cannot be written/],
  [['stray'], /stray/],
])('%j is refused with what is wrong', async (argv, complaint) => {
  const refused = runCommand(argv, { line: () => undefined });
  await expect(refused).rejects.toThrow(SettingError);
  await expect(refused).rejects.toThrow(complaint);
});

test('the provider says where it is, answers, and sums up', async () => {
  const lines: string[] = [];
  const provider = await runCommand(['--port', '0'], { line: (text) => lines.push(text) });
  if (!provider) throw new Error('It did not start');
  onTestFinished(() => provider.close());
  expect(lines.join('\n')).toContain(`openai:any@${provider.url}/v1#any`);
  const response = await fetch(`${provider.openAiUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer any' },
    body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content: 'Hello' }] }),
  });
  expect(response.status).toBe(200);
  expect(summarize(provider)).toMatch(/^1 requests: 1 answered, 0 failed, 0 abandoned, 0 asked again/);
});

test('a port in use is one clear line', async () => {
  const provider = await runCommand(['--port', '0'], { line: () => undefined });
  if (!provider) throw new Error('It did not start');
  onTestFinished(() => provider.close());
  const port = new URL(provider.url).port;
  await expect(runCommand(['--port', port], { line: () => undefined })).rejects.toThrow(
    `Port ${port} is in use; choose another with --port`,
  );
});

test('responders come from a module of one’s own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'entente-responders-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const module = join(folder, 'mine.mjs');
  await writeFile(module, "export const responders = [{ name: 'mine', recognises: () => true, reply: () => 'Mine.' }];");
  const provider = await runCommand(['--port', '0', '--responders', module], { line: () => undefined });
  if (!provider) throw new Error('It did not start');
  onTestFinished(() => provider.close());
  const response = await fetch(`${provider.openAiUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer any' },
    body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content: 'Hello' }] }),
  });
  expect(await response.json()).toMatchObject({ choices: [{ message: { content: 'Mine.' } }] });
});

test('help shows an example and starts nothing', async () => {
  const lines: string[] = [];
  expect(await runCommand(['--help'], { line: (text) => lines.push(text) })).toBeUndefined();
  expect(lines.join('\n')).toContain('--latency lognormal:800ms,0.6 --fault 429=0.05');
});
