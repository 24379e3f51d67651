import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startProvider } from '../start-provider.mjs';

const promptfoo = fileURLToPath(new URL('node_modules/promptfoo/dist/src/entrypoint.js', import.meta.url));

test('an evaluation of two prompts, by three models, of two topics', { timeout: 300_000 }, async () => {
  const provider = await startProvider();
  const folder = mkdtempSync(path.join(tmpdir(), 'promptfoo-'));
  try {
    const openAi = { apiBaseUrl: `${provider.url}/v1`, apiKey: 'key' };
    const config = {
      prompts: ['Say something kind about {{topic}}.', 'Say something short about {{topic}}.'],
      providers: [
        { id: 'openai:chat:gpt-4o', config: { ...openAi, temperature: 0.5 } },
        { id: 'openai:responses:gpt-4.1', config: openAi },
        { id: 'anthropic:messages:claude-sonnet-4-5', config: { apiBaseUrl: provider.url, apiKey: 'key', max_tokens: 500 } },
      ],
      tests: ['the weather', 'the sea'].map((topic) => ({
        vars: { topic },
        assert: [{ type: 'javascript', value: 'output.length > 0' }],
      })),
    };
    const [file, results] = ['promptfooconfig.json', 'results.json'].map((name) => path.join(folder, name));
    writeFileSync(file, JSON.stringify(config));
    const env = {
      ...process.env,
      PROMPTFOO_CONFIG_DIR: folder,
      PROMPTFOO_DISABLE_TELEMETRY: '1',
      PROMPTFOO_DISABLE_UPDATE: '1',
    };
    const args = [promptfoo, 'eval', '--config', file, '--output', results, '--no-cache', '--no-progress-bar', '--no-table'];
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    assert.equal(code, 0, output);
    const { stats } = JSON.parse(readFileSync(results, 'utf8')).results;
    assert.deepEqual([stats.successes, stats.failures, stats.errors], [12, 0, 0]);
    const { requests, byStatus } = await provider.stats();
    assert.deepEqual([requests, byStatus], [12, { 200: 12 }]);
  } finally {
    provider.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
