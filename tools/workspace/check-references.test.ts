import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkReferences } from './check-references.mjs';

let root: string;

function write(file: string, content: unknown): void {
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(root, file), JSON.stringify(content));
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'entente references '));
  write('package.json', { workspaces: ['packages/*'] });
  write('packages/base/package.json', { name: 'base' });
  write('packages/base/tsconfig.lib.json', {});
  write('packages/core/package.json', { name: 'core', dependencies: { base: '1.0.0', zod: '4.0.0' } });
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('checkReferences', () => {
  it('has nothing to say where references and dependencies agree', () => {
    write('packages/core/tsconfig.lib.json', { references: [{ path: '../base/tsconfig.lib.json' }] });

    expect(checkReferences(root)).toEqual([]);
  });

  it('names a reference that is lacking', () => {
    write('packages/core/tsconfig.lib.json', {});

    expect(checkReferences(root)).toEqual([
      'packages/core/tsconfig.lib.json lacks a reference to packages/base, which package.json depends on',
    ]);
  });

  it('names a reference that nothing asks for', () => {
    write('packages/core/tsconfig.lib.json', { references: [{ path: '../base/tsconfig.lib.json' }] });
    write('packages/base/tsconfig.lib.json', { references: [{ path: '../core/tsconfig.lib.json' }] });

    expect(checkReferences(root)).toEqual([
      'packages/base/tsconfig.lib.json refers to packages/core, which package.json does not depend on',
    ]);
  });
});
