import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installWhatIsMissing } from '@entente/workspace/install-what-is-missing';
import { listProjects } from '@entente/workspace/list-projects';
import { drawSample } from './draw-sample.mjs';
import { findMutants } from './find-mutants.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const USAGE = `Usage: npm run mutate -- --package NAME [--sample 50] [--seed 1] [--only src/part] [--seconds 300]

Changes one line of a package at a time, runs the package's own tests that reach it, and lists the changes that no test noticed.
Nothing on disk is touched. A change after which the tests need longer than --seconds counts as noticed.`;

/** @typedef {import('./find-mutants.mjs').Mutant & { readonly file: string }} PlacedMutant */
/** @typedef {'noticed' | 'unnoticed' | 'untested'} Outcome */

async function mutate() {
  const { values } = parseArgs({
    options: {
      package: { type: 'string' },
      sample: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: 'src' },
      seconds: { type: 'string', default: '300' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.package === undefined) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const project = listProjects(root).find(({ name, folder }) =>
    [name, folder, path.posix.basename(folder)].includes(values.package ?? ''),
  );
  if (project === undefined) {
    console.error(
      `There is no package "${values.package}"; there are ${listProjects(root)
        .map(({ folder }) => path.posix.basename(folder))
        .join(', ')}.`,
    );
    return 2;
  }
  const [size, seconds] = [Number(values.sample), Number(values.seconds)];
  if (!Number.isInteger(size) || size < 1 || !(seconds > 0)) {
    console.error('--sample takes a whole number from 1, --seconds a number above 0.');
    return 2;
  }
  if (!(await installWhatIsMissing(root))) return 1;

  const folder = path.join(root, project.folder);
  const mutants = sourcesBelow(path.join(folder, values.only)).flatMap((file) =>
    findMutants(readFileSync(file, 'utf8'), file).map((mutant) => ({ ...mutant, file })),
  );
  const sample = drawSample(mutants, {
    size,
    seed: values.seed,
    nameOf: ({ file, line, change, start }) => `${path.relative(folder, file)}:${line}:${change}:${start}`,
  });
  console.log(`${project.name}: ${sample.length} of ${mutants.length} possible changes, seed ${values.seed}\n`);
  /** @type {Record<Outcome, number>} */
  const tally = { noticed: 0, unnoticed: 0, untested: 0 };
  for (const mutant of sample) {
    const outcome = await tryMutant(folder, mutant, seconds * 1000);
    tally[outcome]++;
    const place = `${path.relative(root, mutant.file)}:${mutant.line}`;
    console.log(`${{ noticed: '✔', unnoticed: '✖', untested: '○' }[outcome]} ${outcome.padEnd(9)}  ${place}  ${mutant.change}`);
  }
  console.log(
    `\n${tally.noticed} of ${sample.length} noticed, ${tally.unnoticed} not noticed, ${tally.untested} reached by no test of the package`,
  );
  return 0;
}

/** @param {string} folder a folder, or one file */
function sourcesBelow(folder) {
  if (!existsSync(folder))
    throw new Error(`There is no ${folder}; --only names a folder or a file of the package, such as src/run.`);
  if (folder.endsWith('.ts')) return [folder];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && path.basename(file) !== 'index.ts')
    .sort()
    .map((file) => path.join(folder, file));
}

/**
 * @param {string} folder of the package
 * @param {PlacedMutant} mutant
 * @param {number} limit in milliseconds
 * @returns {Promise<Outcome>}
 */
function tryMutant(folder, { file, ...mutant }, limit) {
  return new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL('try-mutant.mjs', import.meta.url));
    const child = spawn(process.execPath, [program, folder, file, JSON.stringify(mutant)], {
      cwd: folder,
      stdio: 'ignore',
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    child.on('error', reject);
    // A code other than these is a crash or a time-out, which a test run would have shown too.
    child.on('close', (code) => resolve(code === 0 ? 'unnoticed' : code === 2 ? 'untested' : 'noticed'));
  });
}

process.exitCode = await mutate();
