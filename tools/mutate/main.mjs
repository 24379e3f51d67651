import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installWhatIsMissing } from '@entente/workspace/install-what-is-missing';
import { listProjects } from '@entente/workspace/list-projects';
import { drawSample } from './draw-sample.mjs';
import { findMutants } from './find-mutants.mjs';
import { runMutant } from './run-mutant.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const USAGE = `Usage: npm run mutate -- --package NAME [--sample 50] [--seed 1] [--only src/part] [--seconds 300]

Changes one line of a package at a time and runs the package's own tests that reach it, to show which changes no test notices.
Nothing on disk is touched. The tests must pass without a change, which is tried first.

  --package NAME  package, by name or folder
  --sample N      number of changes, drawn from all that are possible (default 50)
  --seed TEXT     another seed draws other changes (default 1)
  --only PATH     folder or file of the package to change (default src)
  --seconds N     time for the tests of one change; more than that counts as noticed (default 300)`;

/** @typedef {import('./run-mutant.mjs').Outcome} Outcome */

/** @type {Readonly<Record<Outcome, string>>} */
const MARKS = { noticed: '✔', 'timed-out': '✔', unnoticed: '✖', untested: '○' };

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
  if ((await runMutant(folder, null)) !== 'unnoticed') {
    console.error(
      `The tests of ${project.name} do not pass without a change; run them first: cd ${project.folder} && npx vitest run`,
    );
    return 1;
  }
  /** @type {Record<Outcome, number>} */
  const tally = { noticed: 0, 'timed-out': 0, unnoticed: 0, untested: 0 };
  for (const mutant of sample) {
    const outcome = await runMutant(folder, mutant, { limitMs: seconds * 1000 });
    tally[outcome]++;
    const place = `${path.relative(root, mutant.file)}:${mutant.line}`;
    console.log(`${MARKS[outcome]} ${outcome.padEnd(9)}  ${place}  ${mutant.change}`);
  }
  const slow = tally['timed-out'] === 0 ? '' : ` (${tally['timed-out']} because the tests took longer than ${seconds} s)`;
  console.log(
    `\n${tally.noticed + tally['timed-out']} of ${sample.length} noticed${slow}, ${tally.unnoticed} not noticed, ${tally.untested} reached by no test of the package`,
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

process.exitCode = await mutate();
