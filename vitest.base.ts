import { defineConfig } from 'vitest/config';

/**
 * The test settings every package shares: sources of sibling packages are read directly, so no build is needed.
 * @param options.isolate whether each test file loads all modules anew; where modules keep nothing that changes, `false` halves the time
 */
export function packageTests(name: string, options: { isolate?: boolean } = {}): ReturnType<typeof defineConfig> {
  return testsMatching(name, '**/*.test.ts', 60_000, options);
}

/** The long versions of such tests, run by `npm run torture` only. */
export function tortureTests(name: string): ReturnType<typeof defineConfig> {
  return testsMatching(name, '**/*.torture.ts', 2 * 60 * 60_000);
}

/** Tests against data that lies beside the repository and is too large or not ours to keep in it, run by `npm run corpus` only. */
export function corpusTests(name: string, { globalSetup }: { globalSetup: string }): ReturnType<typeof defineConfig> {
  return testsMatching(name, 'corpus/**/*.corpus.ts', 30 * 60_000, { globalSetup });
}

/** Tests that wait as long as the world would make us wait, run by `npm run soak` only. */
export function soakTests(name: string): ReturnType<typeof defineConfig> {
  return testsMatching(name, '**/*.soak.ts', 2 * 60 * 60_000);
}

function testsMatching(
  name: string,
  pattern: string,
  testTimeout: number,
  further: { globalSetup?: string; isolate?: boolean } = {},
): ReturnType<typeof defineConfig> {
  const conditions = ['@entente/source'];
  return defineConfig({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: { name, include: [pattern], exclude: ['**/node_modules/**', '**/dist/**'], testTimeout, ...further },
  });
}
