import { readFileSync } from 'node:fs';
import { createVitest } from 'vitest/node';
import { applyMutant } from './find-mutants.mjs';
import { killGroup } from './kill-group.mjs';

/**
 * Process of its own for one change: `try-mutant.mjs PACKAGE FILE MUTANT`, the mutant as JSON; runs the tests that reach the file, or
 * all where FILE is empty. Exits with 0 where all pass, 1 where one fails, 2 where there are none, 3 where the tests could not be run.
 * The change is made while the file is loaded: nothing on disk is touched, and a new snapshot is a failure.
 */
const [root = '', file = '', json = 'null'] = process.argv.slice(2);
/** @type {import('./find-mutants.mjs').Mutant | null} */
const mutant = JSON.parse(json);
/** Vite writes paths with slashes on every system. */
const id = file.replaceAll('\\', '/');

// Vitest's own processes, of which a change may have made one loop, do not outlive the command that started this one.
process.once('disconnect', () => killGroup(process.pid));
try {
  process.exit(await runTests());
} catch (error) {
  console.error(error);
  process.exit(3);
}

async function runTests() {
  const vitest = await createVitest(
    'test',
    {
      root,
      watch: false,
      bail: 1,
      update: 'none',
      ...(file !== '' && { related: [file] }),
      reporters: [{}],
      passWithNoTests: true,
    },
    {
      plugins: [
        {
          name: 'mutant',
          enforce: 'pre',
          load: (loaded) => (mutant !== null && loaded === id ? applyMutant(readFileSync(file, 'utf8'), mutant) : undefined),
        },
      ],
    },
  );
  try {
    await vitest.start();
  } catch (error) {
    // Vitest throws this where no test imports the file.
    if (/** @type {{ code?: string }} */ (error).code !== 'VITEST_FILES_NOT_FOUND') throw error;
  }
  const modules = vitest.state.getTestModules();
  const failed = modules.some((module) => !module.ok()) || vitest.state.getUnhandledErrors().length > 0;
  await vitest.close();
  return modules.length === 0 ? 2 : failed ? 1 : 0;
}
