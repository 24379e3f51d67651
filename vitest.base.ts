import { defineConfig } from 'vitest/config';

/** The test settings every package shares: sources of sibling packages are read directly, so no build is needed. */
export function packageTests(name: string): ReturnType<typeof defineConfig> {
  return testsMatching(name, '**/*.test.ts', 60_000);
}

/** The long versions of such tests, run by `npm run torture` only. */
export function tortureTests(name: string): ReturnType<typeof defineConfig> {
  return testsMatching(name, '**/*.torture.ts', 2 * 60 * 60_000);
}

/** Tests that wait as long as the world would make us wait, run by `npm run soak` only. */
export function soakTests(name: string): ReturnType<typeof defineConfig> {
  return testsMatching(name, '**/*.soak.ts', 2 * 60 * 60_000);
}

function testsMatching(name: string, pattern: string, testTimeout: number): ReturnType<typeof defineConfig> {
  const conditions = ['@entente/source'];
  return defineConfig({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: { name, include: [pattern], exclude: ['**/node_modules/**', '**/dist/**'], testTimeout },
  });
}
