import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { clockAndRandomness } from './tools/workspace/lint/clock-and-randomness.mjs';
import { noImportCircle } from './tools/workspace/lint/import-circles.mjs';
import { importDirections } from './tools/workspace/lint/import-directions.mjs';
import { plainEnglish } from './tools/workspace/lint/plain-english.mjs';
import { listProjects } from './tools/workspace/list-projects.mjs';

const environment = 'Settings are read in an app and passed down.';
const environmentProperties = ['process', 'globalThis.process'].map((object) => ({
  object,
  property: 'env',
  message: environment,
}));
const environmentImports = ['node:process', 'process'].map((name) => ({ name, importNames: ['env'], message: environment }));

/** @param {readonly string[]} layers */
const sourcesOf = (...layers) =>
  listProjects(import.meta.dirname)
    .filter((project) => layers.some((layer) => project.tags.includes(`layer:${layer}`)))
    .map((project) => `${project.folder}/src/**/*.ts`);

const tests = ['**/*.test.ts', '**/test/**'];

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
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.js', '**/*.mjs'],
    plugins: { '@nx': nx, house: { rules: { 'no-import-circle': noImportCircle, 'plain-english': plainEnglish } } },
    rules: {
      'house/no-import-circle': 'error',
      'house/plain-english': 'error',
      '@nx/enforce-module-boundaries': ['error', { depConstraints: importDirections, allow: ['^.*/(tsup|vitest)\\.base\\.js$'] }],
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/non-nullable-type-assertion-style': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A port's method is async whether or not this implementation waits for anything.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['packages/**/*.ts'], ignores: tests, rules: { 'no-console': 'error' } },
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
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
