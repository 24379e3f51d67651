import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', scripted: 'src/scripted/index.ts', testing: 'src/testing/index.ts', 'simulated-provider': 'src/simulated-provider/index.ts' },
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  clean: false,
});
