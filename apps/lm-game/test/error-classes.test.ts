import { describe, expect, it, vi } from 'vitest';

/** Every error class that any package lets out, by its name. */
async function errorClasses(): Promise<ReadonlyMap<string, ErrorClass>> {
  const packages = await Promise.all([
    import('@entente/llm-clients'),
    import('@entente/llm-clients/contract'),
    import('@entente/llm-clients/scripted'),
    import('@entente/simulation-core'),
    import('@entente/simulation-core/node'),
    import('@entente/run-console'),
    import('@entente/diplomacy-game'),
    import('@entente/diplomacy-game/state'),
    import('@entente/diplomacy-analysis'),
    import('@entente/diplomacy-rules'),
    import('@entente/studies'),
  ]);
  const exported = packages.flatMap((each) => Object.values(each as Readonly<Record<string, unknown>>));
  return new Map(
    exported.flatMap((each) =>
      typeof each === 'function' && each.prototype instanceof Error ? [[each.name, each as ErrorClass] as const] : [],
    ),
  );
}

interface ErrorClass {
  new (...given: readonly unknown[]): Error;
  readonly errorName: string;
  readonly isInstance: (error: unknown) => boolean;
}

/** Whatever a class asks for: a message or a name first, then an object or text. */
const make = (each: ErrorClass): Error => new each('x', { line: 1, place: 'x', file: 'x' }, 'x', {});

describe('the error classes of all packages', () => {
  it('have names of their own', async () => {
    const classes = await errorClasses();
    expect(classes.size).toBeGreaterThan(30);
    for (const [name, each] of classes) {
      expect(Object.hasOwn(each, 'errorName'), `${name} has no errorName of its own`).toBe(true);
      expect(each.errorName.replace(/^.*\//, '')).toBe(name);
    }
    expect(new Set([...classes.values()].map(({ errorName }) => errorName)).size).toBe(classes.size);
  });

  it('are told apart by isInstance, pair by pair: a class and its subclasses only, from either of two copies', async () => {
    const classes = await errorClasses();
    vi.resetModules();
    const copies = await errorClasses();
    for (const [name, each] of classes) {
      const copy = copies.get(name)!;
      if (name === 'TypedError') continue;
      expect(copy).not.toBe(each);
      for (const error of [make(each), make(copy)]) {
        expect(error.name).toBe(name);
        for (const [otherName, other] of classes) {
          const isOne = other === each || each.prototype instanceof other || otherName === 'TypedError';
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
