import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { runBuilt } from './run-built.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [wanted = '', ...args] = process.argv.slice(2);

/** Runs one of the examples, named by how its file begins: `npm run example -- 02`. */
async function runExample() {
  const files = readdirSync(path.join(root, 'examples')).filter((file) => /^\d+-.*\.ts$/.test(file));
  const file = files.find((candidate) => wanted !== '' && candidate.startsWith(wanted));
  if (file === undefined) {
    console.error(
      `Name an example: ${files.map((candidate) => candidate.replace(/\.ts$/, '')).join(', ')}. As in: npm run example -- 01`,
    );
    return 1;
  }
  if (!(await installWhatIsMissing(root))) return 1;
  return runBuilt({ package: '@entente/examples', file: await stripTypes(file) }, args);
}

/**
 * Node 20 does not read TypeScript: the types are taken off here, and checked by `npm test`.
 * @param {string} file
 */
async function stripTypes(file) {
  const { default: typescript } = await import('typescript');
  const source = readFileSync(path.join(root, 'examples', file), 'utf8');
  const compilerOptions = { target: typescript.ScriptTarget.ES2023, module: typescript.ModuleKind.ESNext };
  const script = `examples/.cache/run/${file.replace(/\.ts$/, '.mjs')}`;
  mkdirSync(path.join(root, path.dirname(script)), { recursive: true });
  writeFileSync(path.join(root, script), typescript.transpileModule(source, { compilerOptions }).outputText);
  return script;
}

process.exitCode = await runExample();
