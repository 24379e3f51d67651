import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatIsStale } from './build-what-is-stale.mjs';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { complainAboutNode } from './node-version.mjs';
import { runNode } from './run-node.mjs';

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
  const complaint = complainAboutNode(process.versions.node);
  if (complaint !== undefined) {
    console.error(complaint);
    return 1;
  }
  if (!(await installWhatIsMissing(root))) return 1;
  if (!(await buildWhatIsStale(root, '@entente/relationship-sim'))) return 1;

  // Node 20 does not read TypeScript; the types are taken off here, and `npm test` checks them.
  const { default: typescript } = await import('typescript');
  const source = readFileSync(path.join(root, 'examples', file), 'utf8');
  const compilerOptions = { target: typescript.ScriptTarget.ES2023, module: typescript.ModuleKind.ESNext };
  const folder = path.join(root, 'examples', '.cache', 'run');
  mkdirSync(folder, { recursive: true });
  const script = path.join(folder, file.replace(/\.ts$/, '.mjs'));
  writeFileSync(script, typescript.transpileModule(source, { compilerOptions }).outputText);
  const { code } = await runNode(script, args, { cwd: root });
  return code;
}

process.exitCode = await runExample();
