import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listProjects } from '@entente/workspace/list-projects';
import { runNode } from '@entente/workspace/run-node';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDS = 7;

/** Prints what each entry of each package costs to import: kB of code with all it needs, and milliseconds on this machine. Needs a build. */
async function importCost() {
  const packages = listProjects(root).filter(({ folder }) => folder.startsWith('packages/'));
  const idle = await timeOf('0');
  console.log(
    'kB: minified, dependencies included, Node itself not. ms: of a process that imports it, less an idle one; median.\n',
  );
  for (const { name, folder } of packages) {
    /** @type {{ exports: Record<string, { default?: string } | string> }} */
    const { exports } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    for (const [entry, target] of Object.entries(exports)) {
      if (typeof target === 'string' || target.default === undefined || entry === './testing') continue;
      const file = path.join(root, folder, target.default);
      const kilobytes = (await bundledBytes(file)) / 1000;
      const ms = (await timeOf(`import(${JSON.stringify(pathToFileURL(file).href)})`)) - idle;
      console.log(
        `${path.posix.join(name, entry).padEnd(44)} ${kilobytes.toFixed(0).padStart(6)} kB ${Math.max(0, ms).toFixed(0).padStart(5)} ms`,
      );
    }
  }
  return 0;
}

/** @param {string} file */
async function bundledBytes(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    outdir: 'out',
    splitting: true,
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.reduce((bytes, { contents }) => bytes + contents.length, 0);
}

/** Median time of a process, in milliseconds. @param {string} code */
async function timeOf(code) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const { code: exit, output } = await runNode('--input-type=module', ['--eval', code], { cwd: root, quiet: true });
    if (exit !== 0) throw new Error(`${code} failed; build first:\n${output}`);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

process.exitCode = await importCost();
