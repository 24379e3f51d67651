import { readFileSync } from 'node:fs';
import { createVitest } from 'vitest/node';
import { applyMutant } from './find-mutants.mjs';

/**
 * A process of its own for one change: `try-mutant.mjs PACKAGE FILE MUTANT`, the last as JSON; runs the tests that reach the file and
 * ends with 0 where all pass, 1 where one fails, 2 where there are none. The change is made while the file is loaded: nothing on disk is touched.
 */
const [root = '', file = '', json = 'null'] = process.argv.slice(2);
/** @type {import('./find-mutants.mjs').Mutant | null} */
const mutant = JSON.parse(json);

const vitest = await createVitest(
  'test',
  { root, watch: false, bail: 1, related: [file], reporters: [{}], passWithNoTests: true },
  {
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        load: (id) => (mutant !== null && id === file ? applyMutant(readFileSync(file, 'utf8'), mutant) : undefined),
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
process.exit(modules.length === 0 ? 2 : failed ? 1 : 0);
