import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSources, withDependencies } from './build-what-is-stale.mjs';
import { listProjects } from './list-projects.mjs';

let root: string;

function write(file: string, text: string): void {
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'entente stale '));
  write('package.json', JSON.stringify({ workspaces: ['packages/*', 'examples'] }));
  write('packages/base/package.json', JSON.stringify({ name: 'base' }));
  write('packages/core/package.json', JSON.stringify({ name: 'core', dependencies: { base: '1.0.0', zod: '4.0.0' } }));
  write('packages/other/package.json', JSON.stringify({ name: 'other' }));
  write('packages/core/src/deep/one.ts', 'export const one = 1;\n');
  write('packages/core/src/deep/one.test.ts', 'one;\n');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('withDependencies', () => {
  it('gives a package behind the packages it stands on, and no others', () => {
    expect(withDependencies(listProjects(root), 'core').map(({ name }) => name)).toEqual(['base', 'core']);
  });
});

describe('hashSources', () => {
  const hash = (): string => hashSources(root, withDependencies(listProjects(root), 'core'));

  it('stays the same when a file is written again with the same text at another time', () => {
    const before = hash();
    utimesSync(path.join(root, 'packages/core/src/deep/one.ts'), 1, 1);

    expect(hash()).toBe(before);
  });

  it('stays the same when a test changes, or a package that is not needed', () => {
    const before = hash();
    write('packages/core/src/deep/one.test.ts', 'two;\n');
    write('packages/other/src/index.ts', 'export {};\n');

    expect(hash()).toBe(before);
  });

  it.each([
    ['a source changes', 'packages/core/src/deep/one.ts'],
    ['a source is new', 'packages/base/src/index.ts'],
    ['the build settings change', 'tsup.base.ts'],
    ['a package is installed in another version', 'package-lock.json'],
  ])('changes when %s', (_what, file) => {
    const before = hash();
    write(file, 'export const one = 2;\n');

    expect(hash()).not.toBe(before);
  });
});
