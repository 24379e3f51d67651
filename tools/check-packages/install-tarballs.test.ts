import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackTarballs } from './install-tarballs.mjs';
import type { Tarball } from './pack-packages.mjs';

let folder: string;

function write(file: string, content: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

function pack(name: string, manifest: object): Tarball {
  write(`packing/${name}/package/package.json`, JSON.stringify({ name: `@entente/${name}`, ...manifest }));
  write(`packing/${name}/package/bin/${name}.js`, '#!/usr/bin/env node\n');
  const file = path.join(folder, `${name}.tgz`);
  const { status } = spawnSync('tar', ['-czf', file, '-C', path.join(folder, 'packing', name), 'package']);
  expect(status).toBe(0);
  const project = {
    name: `@entente/${name}`,
    folder: `packages/${name}`,
    tags: [],
    scripts: [],
    dependencies: {},
    isPrivate: false,
  };
  return { project: { ...project, bin: { [name]: `./bin/${name}.js` } }, file };
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'entente unpack ')));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('unpackTarballs, where there is no network', () => {
  it('unpacks our packages, links the foreign ones they name and no others, and makes the commands', () => {
    for (const foreign of ['zod', '@scope/sdk', 'unnamed']) write(`workspace/node_modules/${foreign}/package.json`, '{}');
    const tarballs = [
      pack('base', {}),
      pack('core', {
        dependencies: { '@entente/base': '1.0.0', '@scope/sdk': '1.0.0' },
        peerDependencies: { zod: '^4.0.0', unnamed: '>=1' },
        peerDependenciesMeta: { unnamed: { optional: true } },
      }),
    ];
    const consumer = path.join(folder, 'consumer');

    unpackTarballs(tarballs, { root: path.join(folder, 'workspace'), consumer });

    const modules = path.join(consumer, 'node_modules');
    expect(readFileSync(path.join(modules, '@entente/core/package.json'), 'utf8')).toContain('@entente/core');
    expect(realpathSync(path.join(modules, '@entente/base'))).toBe(path.join(modules, '@entente/base'));
    expect(realpathSync(path.join(modules, 'zod'))).toBe(path.join(folder, 'workspace/node_modules/zod'));
    expect(realpathSync(path.join(modules, '@scope/sdk'))).toBe(path.join(folder, 'workspace/node_modules/@scope/sdk'));
    expect(existsSync(path.join(modules, 'unnamed'))).toBe(false);
    expect(realpathSync(path.join(modules, '.bin/core'))).toBe(path.join(modules, '@entente/core/bin/core.js'));
  });

  it('complains about a tarball that cannot be read', () => {
    const broken = pack('base', {});
    writeFileSync(broken.file, 'not a tarball');

    expect(() => {
      unpackTarballs([broken], { root: folder, consumer: path.join(folder, 'consumer') });
    }).toThrow('base.tgz cannot be unpacked');
  });
});
