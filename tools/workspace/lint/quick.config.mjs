import path from 'node:path';
import tseslint from 'typescript-eslint';
import { listProjects } from '../list-projects.mjs';
import { clockAndRandomness } from './clock-and-randomness.mjs';
import { noImportCircle } from './import-circles.mjs';
import { plainEnglish } from './plain-english.mjs';

const root = path.join(import.meta.dirname, '../../..');
const environment = 'Settings are read in an app and passed down.';
const environmentProperties = ['process', 'globalThis.process'].map((object) => ({
  object,
  property: 'env',
  message: environment,
}));
const environmentImports = ['node:process', 'process'].map((name) => ({ name, importNames: ['env'], message: environment }));

/** @param {readonly string[]} layers */
const sourcesOf = (...layers) =>
  listProjects(root)
    .filter((project) => layers.some((layer) => project.tags.includes(`layer:${layer}`)))
    .map((project) => `${project.folder}/src/**/*.ts`);

export const tests = ['**/*.test.ts', '**/test/**'];

/**
 * Rules that need neither types nor the graph of the workspace, so that one file is linted in a second or two:
 * `npm run lint -- FILE`. `eslint.config.js` adds the others.
 */
export default tseslint.config(
  {
    ignores: [
      '**/node_modules',
      '**/dist',
      '**/.cache',
      '.nx',
      '**/runs',
      '!apps/lm-game/src/runs',
      '**/*.config.ts',
      '**/fixtures',
    ],
  },
  {
    files: ['**/*.{ts,tsx}', '**/*.js', '**/*.mjs'],
    plugins: { house: { rules: { 'no-import-circle': noImportCircle, 'plain-english': plainEnglish } } },
    rules: {
      'house/no-import-circle': 'error',
      'house/plain-english': 'error',
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  { files: ['packages/**/*.{ts,tsx}'], ignores: tests, rules: { 'no-console': 'error' } },
  { files: sourcesOf('app'), ignores: tests, rules: { 'house/no-import-circle': ['error', { folders: true }] } },
  {
    files: sourcesOf('shell'),
    ignores: tests,
    rules: {
      'no-restricted-properties': ['error', ...environmentProperties],
      'no-restricted-imports': ['error', { paths: environmentImports }],
    },
  },
  {
    files: sourcesOf('base', 'core', 'ground', 'domain'),
    // The one real clock, and the stand-in for a provider, which is a server with latencies of its own.
    ignores: [...tests, 'packages/llm-clients/src/clock/node-clock.ts', 'packages/llm-clients/src/simulated-provider/**'],
    rules: {
      'no-restricted-globals': ['error', ...clockAndRandomness.globals],
      'no-restricted-properties': ['error', ...clockAndRandomness.properties, ...environmentProperties],
      'no-restricted-syntax': ['error', ...clockAndRandomness.syntax],
      'no-restricted-imports': ['error', { paths: [...clockAndRandomness.imports, ...environmentImports] }],
    },
  },
);
