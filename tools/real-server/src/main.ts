import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Play, playAndKill } from './play-and-kill.js';
import { ServerProcess } from './server-process.js';
import { createTinyModel } from './tiny-model.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const below = (...steps: readonly string[]): string => path.join(root, ...steps);

const PLAYS: readonly Play[] = [
  {
    title: 'one couple',
    file: below('apps', 'relationship-sim', 'bin', 'relationship-sim.js'),
    args: ['run', 'maya-jonas', '--scenes', '2'],
    modelOption: '--model',
    killServerAfter: 8,
    killClientAfter: 16,
  },
  {
    title: 'one year of a game',
    file: below('apps', 'lm-game', 'bin', 'lm-game.js'),
    args: ['play', '--max-year', '1901', '--num-negotiation-rounds', '1'],
    modelOption: '--models',
    killServerAfter: 20,
    killClientAfter: 40,
  },
];

const folder = mkdtempSync(path.join(tmpdir(), 'real-server-'));
const files = {
  serve: below('tools', 'real-server', 'dist', 'serve.js'),
  engine: below('tools', 'real-server', 'engine', 'llama-engine.mjs'),
  model: path.join(folder, 'tiny.gguf'),
  log: path.join(folder, 'requests.jsonl'),
};
const server = new ServerProcess(files);
let complaints = 0;
try {
  const text = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].map((file) => readFileSync(below(file), 'utf8')).join('\n');
  writeFileSync(files.model, createTinyModel(text));
  await server.start();
  console.log(`${server.engineName} serves a model of random weights at ${server.baseUrl}`);
  for (const [index, play] of PLAYS.entries()) {
    const runs = path.join(folder, `runs-${index}`);
    mkdirSync(runs);
    const startedAt = performance.now();
    const report = await playAndKill(play, server, runs);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
    console.log(
      `${play.title}: ${report.answers} answers on record, ${report.inputTokens} tokens in, ${report.outputTokens} out; ` +
        `${report.heldToSchema} replies held to a schema and ${report.heldToJson} to JSON, ${report.cut} of them cut; ` +
        `${report.askedAgain} asked again, ${report.refusedSchemas} schemas refused, ` +
        `${report.lost} answers lost in two kills; ${seconds} s`,
    );
    for (const complaint of report.complaints) console.log(`  ✖ ${complaint}`);
    complaints += report.complaints.length;
  }
  console.log(complaints === 0 ? 'All of it is as it should be.' : `${complaints} complaints.`);
} finally {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = complaints === 0 ? 0 : 1;
