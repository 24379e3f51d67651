import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';
import { findCircle, noImportCircle } from './import-circles.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'entente circles '))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Complaints about one of these files, as the linter gives them. */
function lint(files: Readonly<Record<string, string>>, name: string, folders = false): readonly string[] {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const linter = new Linter({ cwd: folder });
  const messages = linter.verify(
    files[name] ?? '',
    [
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser },
        plugins: { house: { rules: { 'no-import-circle': noImportCircle } } },
        rules: { 'house/no-import-circle': ['error', { folders }] },
      } as unknown as Linter.Config,
    ],
    { filename: path.join(folder, name) },
  );
  return messages.map(({ message }) => message);
}

describe('no-import-circle', () => {
  it('refuses two files that import one another, be it for a type', () => {
    const files = {
      'src/verb.ts': "import { run } from './run.js';\nexport interface Options {}\nrun();",
      'src/run.ts': "import type { Options } from './verb.js';\nexport function run(options?: Options): void {}",
    };
    expect(lint(files, 'src/run.ts')).toEqual(['This file imports itself by way of run.ts -> verb.ts -> run.ts.']);
  });

  it('finds a circle through other folders, re-exports and lazy imports', () => {
    const files = {
      'src/a.ts': "export * from './b/index.js';",
      'src/b/index.ts': "export { c } from './c.js';",
      'src/b/c.ts': "export const c = async () => import('../a.js');",
    };
    expect(lint(files, 'src/b/c.ts')).toHaveLength(1);
  });

  it('lets files pass that only hang below a circle, and tests', () => {
    const files = {
      'src/a.ts': "import './b.js';\nimport './leaf.js';",
      'src/b.ts': "import './a.js';",
      'src/leaf.ts': 'export const leaf = 1;',
      'src/a.test.ts': "import './a.js';",
    };
    expect(lint(files, 'src/leaf.ts')).toEqual([]);
    expect(lint(files, 'src/a.test.ts')).toEqual([]);
  });

  it('refuses folders that import one another, though no file does, where it is asked to', () => {
    const files = {
      'src/cli/list.ts': "import '../verbs/play.js';",
      'src/cli/options.ts': 'export const options = 1;',
      'src/verbs/play.ts': "import '../cli/options.js';",
      'src/main.ts': "import './cli/list.js';",
    };
    expect(lint(files, 'src/verbs/play.ts')).toEqual([]);
    expect(lint(files, 'src/verbs/play.ts', true)).toEqual(['Folders import one another: verbs -> cli -> verbs.']);
    expect(lint(files, 'src/main.ts', true)).toEqual([]);
  });
});

describe('findCircle', () => {
  it('finds the shortest of several ways back', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', ['a']],
    ]);
    expect(findCircle(graph, 'a')).toEqual(['a', 'c', 'a']);
  });
});
