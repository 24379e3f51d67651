import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/main.ts', 'src/provider-process.ts', 'src/scenario-process.ts', 'src/tell-spent.ts'],
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  silent: true,
  clean: true,
});
