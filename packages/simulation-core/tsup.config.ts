import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', journal: 'src/journal/index.ts', node: 'src/node/index.ts', scenes: 'src/scenes/index.ts', testing: 'src/testing/index.ts' },
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  clean: false,
});
