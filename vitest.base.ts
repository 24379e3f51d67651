import { defineConfig } from 'vitest/config';

const MINUTES = 60_000;

/**
 * The test settings every package shares: sources of sibling packages are read directly, so no build is needed. Test files of a
 * package share one process and its modules, which takes half the time; so no module may keep what a test could see of another.
 * The time limits are there to find a test that hangs, on a slow and busy machine too.
 */
export function packageTests(name: string): ReturnType<typeof defineConfig> {
  return testsMatching(name, '**/*.test.ts', 15 * MINUTES, { isolate: false });
}

/** The long versions of such tests, run by `npm run torture` only. */
export function tortureTests(name: string): ReturnType<typeof defineConfig> {
  return testsMatching(name, '**/*.torture.ts', 120 * MINUTES);
}

/** Tests against data that lies beside the repository and is too large or not ours to keep in it, run by `npm run corpus` only. */
export function corpusTests(name: string, { globalSetup }: { globalSetup: string }): ReturnType<typeof defineConfig> {
  return testsMatching(name, 'corpus/**/*.corpus.ts', 30 * MINUTES, { globalSetup });
}

/** Tests that wait as long as the world would make us wait, run by `npm run soak` only. */
export function soakTests(name: string): ReturnType<typeof defineConfig> {
  return testsMatching(name, '**/*.soak.ts', 120 * MINUTES);
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
    test: {
      name,
      include: [pattern],
      exclude: ['**/node_modules/**', '**/dist/**'],
      testTimeout,
      hookTimeout: testTimeout,
      teardownTimeout: testTimeout,
      ...further,
    },
  });
}
