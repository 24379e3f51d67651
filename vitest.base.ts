import { defineConfig } from 'vitest/config';

/** The test settings every package shares: sources of sibling packages are read directly, so no build is needed. */
export function packageTests(name: string): ReturnType<typeof defineConfig> {
  const conditions = ['@entente/source'];
  return defineConfig({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: { name, include: ['**/*.test.ts'], exclude: ['**/node_modules/**', '**/dist/**'], testTimeout: 60_000 },
  });
}
