import path from 'node:path';
import tseslint from 'typescript-eslint';
import everyRule from './eslint.config.js';

/**
 * The same rules for all packages at once, with one TypeScript program, so that what they share is read and checked once.
 * `eslint.config.js` opens programs for the sources and for the tests of each package, which is faster for one of them.
 */
export default tseslint.config(
  ...everyRule,
  inOneProgram(['**/*.ts'], 'tsconfig.everything.json'),
  inOneProgram(['packages/*/src/page/**/*.{ts,tsx}'], 'tsconfig.pages.json'), // pages know the browser, and the rest does not
);

/** @param {string[]} files @param {string} project */
function inOneProgram(files, project) {
  const place = path.join(import.meta.dirname, 'tools/workspace/lint', project);
  return { files, languageOptions: { parserOptions: { projectService: false, project: place } } };
}
