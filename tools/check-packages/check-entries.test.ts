import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkEntries, codeWords, readExports, readImports } from './check-entries.mjs';

let root: string;
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'entente entries '))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

const dice = {
  'packages/dice/package.json': JSON.stringify({ exports: { '.': { '@entente/source': './src/index.ts' } } }),
  'packages/dice/src/index.ts': "export { roll, type Roll } from './roll.js';\nexport * from './cup.js';",
  'packages/dice/src/roll.ts': 'export const roll = 1;\nexport type Roll = 1;',
  'packages/dice/src/cup.ts': 'export class Cup {}\nexport function shake(): void {}\nexport const [a, b] = [1, 2], size = 3;',
  'docs/page.md': '# A page',
};
const project = {
  name: '@entente/dice',
  folder: 'packages/dice',
  tags: [],
  scripts: [],
  dependencies: {},
  bin: {},
  isPrivate: false,
};

/** Names that the check complains about. */
function unused(files: Readonly<Record<string, string>>): readonly string[] {
  write({ ...dice, 'apps/a/x.ts': '', 'tools/t/x.ts': '', 'examples/x.ts': '', ...files });
  return checkEntries([project], { root }).flatMap(({ complaints }) => complaints);
}

describe('checkEntries', () => {
  it('complains about names that only the package itself uses', () => {
    expect(unused({ 'packages/dice/test/roll.ts': "import { roll, Roll, Cup, shake, size } from '@entente/dice';" })).toEqual([
      '@entente/dice exports names that nobody uses: Cup, Roll, roll, shake, size',
    ]);
  });

  it('counts imports elsewhere, under another name too, and code in pages, and no plain words', () => {
    expect(
      unused({
        'apps/game/src/play.ts': "import { roll as throwDice, type Roll } from '@entente/dice';",
        'examples/1.ts': "export { Cup } from '@entente/dice';",
        'docs/page.md': 'Call `shake()` before size matters.',
      }),
    ).toEqual(['@entente/dice exports names that nobody uses: size']);
  });

  it('finds nothing to complain about where all is used', () => {
    expect(
      unused({ 'tools/x/main.mjs': "import * as dice from '@entente/dice';\ndice.roll; dice.Cup; shake; size; Roll" }),
    ).toEqual([]);
  });
});

describe('readExports', () => {
  it('reads lists, declarations and what is passed on', () => {
    write(dice);
    expect(readExports(path.join(root, 'packages/dice/src/index.ts'))).toEqual(['Cup', 'Roll', 'roll', 'shake', 'size']);
  });
});

describe('readImports', () => {
  it('reads entries of a package as the package, and types taken by path', () => {
    const imports = readImports("import { a } from '@entente/x/node';\ntype B = import('@entente/x').B;");
    expect([...(imports.get('@entente/x') ?? [])]).toEqual(expect.arrayContaining(['a', 'B']));
  });

  it('leaves foreign packages out', () => {
    expect(readImports("import { z } from 'zod'; // @entente/ is ours").size).toBe(0);
  });
});

describe('codeWords', () => {
  it('reads blocks and backticks alone', () => {
    expect([...codeWords('plain `code` text\n```ts\nblock();\n```')]).toEqual(['code', 'ts', 'block']);
  });
});
