import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applyMutant, findMutants } from './find-mutants.mjs';

const changesOf = (text: string): readonly string[] => findMutants(text).map((mutant) => applyMutant(text, mutant));

describe('findMutants', () => {
  it.each([
    ['a < b;', ['a <= b;']],
    ['a === b;', ['a !== b;']],
    ['a ?? b;', ['a && b;']],
    ['!a;', ['a;']],
    ['x = true;', ['x = false;']],
    ['x = 3;', ['x = (3 + 1);']],
    ["x = 'word';", ["x = 'changed';"]],
    ['a ? b : c;', ['!(a) ? b : c;']],
    ['if (a) b;', ['if (!(a)) b;']],
    ['f(a);', [';']],
    ["x = 'a' + b;", ["x = 'changed' + b;"]],
    ['x = list.some(f);', ['x = list.every(f);']],
  ])('changes %j', (text, expected) => {
    expect(changesOf(text)).toEqual(expected);
  });

  it.each([
    "import { a } from './a.js';",
    "export * from './a.js';",
    "type A = 'a' | 1;",
    'interface A { readonly n: 1 }',
    "throw new Error('no');",
  ])('leaves %j alone', (text) => {
    expect(changesOf(text)).toEqual([]);
  });

  it('gives the line, counted from 1, and the change in words', () => {
    expect(findMutants('const a = 1;\nconst b = a > 2;').at(1)).toMatchObject({ line: 2, change: '> became >=' });
  });

  it('makes programs only that can still be read', () => {
    const text = readFileSync(fileURLToPath(new URL('find-mutants.mjs', import.meta.url)), 'utf8');
    const mutants = findMutants(text);
    expect(mutants.length).toBeGreaterThan(30);
    for (const mutant of mutants) {
      const changed = applyMutant(text, mutant);
      expect(changed).not.toBe(text);
      const { diagnostics } = ts.transpileModule(changed, { reportDiagnostics: true });
      expect(diagnostics, mutant.change).toEqual([]);
    }
  });
});
