import { readdirSync, readFileSync } from 'node:fs';
import { isExplainedError } from '@entente/llm-clients/contract';
import { describe, expect, it, vi } from 'vitest';

interface ErrorClass {
  new (...given: readonly unknown[]): Error;
  readonly errorName: string;
  readonly isInstance: (error: unknown) => boolean;
}

/** Folder of the libraries. */
const PACKAGES = new URL('../../../packages/', import.meta.url);

/** Source files of all entries of all libraries. */
function entriesOf(folder: string): readonly string[] {
  const { exports } = JSON.parse(readFileSync(new URL(`${folder}/package.json`, PACKAGES), 'utf8')) as {
    readonly exports: Readonly<Record<string, string | { readonly '@entente/source': string }>>;
  };
  return Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [new URL(`${folder}/${entry['@entente/source']}`, PACKAGES).pathname],
  );
}

const FOLDERS = readdirSync(PACKAGES);

/** Every error class that a library exports, by its name. */
async function errorClasses(): Promise<ReadonlyMap<string, ErrorClass>> {
  const entries = await Promise.all(FOLDERS.flatMap(entriesOf).map((file) => import(file) as Promise<object>));
  const exported = entries.flatMap((entry) => Object.values(entry) as readonly unknown[]);
  return new Map(
    exported.flatMap((each) =>
      typeof each === 'function' && each.prototype instanceof Error ? [[each.name, each as ErrorClass] as const] : [],
    ),
  );
}

/** Creates an error of any class. Each constructor takes a message or a name first, then an object or a text. */
const make = (each: ErrorClass): Error => new each('x', { line: 1, place: 'x', file: 'x' }, 'x', {});

describe('the error classes of all packages', () => {
  it('have names that begin with their package', async () => {
    const classes = await errorClasses();
    expect(classes.size).toBeGreaterThan(30);
    for (const [name, each] of classes) {
      expect(Object.hasOwn(each, 'errorName'), `${name} has no errorName of its own`).toBe(true);
      const [folder, className] = each.errorName.split('/');
      expect(className).toBe(name);
      expect(['entente', ...FOLDERS]).toContain(folder);
    }
    expect(new Set([...classes.values()].map(({ errorName }) => errorName)).size).toBe(classes.size);
  });

  it('are told apart by isInstance, pair by pair: a class and its subclasses only, from either of two copies', async () => {
    const classes = await errorClasses();
    vi.resetModules();
    const copies = await errorClasses();
    for (const [name, each] of classes) {
      const copy = copies.get(name)!;
      expect(copy).not.toBe(each);
      for (const error of [make(each), make(copy)]) {
        expect(error.name).toBe(name);
        expect(isExplainedError(error), name).toBe(true);
        for (const [otherName, other] of classes) {
          const isOne = other === each || each.prototype instanceof other;
          expect(other.isInstance(error), `${otherName}.isInstance(new ${name})`).toBe(isOne);
        }
      }
      const { isInstance } = each;
      expect([make(each), new Error(name)].map((error) => isInstance(error))).toEqual([true, false]);
      for (const other of [new Error(name), { name, kind: 'rate-limit' }, null, name, undefined])
        expect(each.isInstance(other)).toBe(false);
    }
  });
});
