import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** Builds the page into `dist/page`, where the server finds it. Packages of the workspace are read from their sources. */
export default defineConfig({
  root: 'src/page',
  base: './',
  plugins: [preact({ prefreshEnabled: false, devToolsEnabled: false })],
  resolve: { conditions: ['@entente/source', 'browser', 'module', 'import', 'default'] },
  build: {
    outDir: '../../dist/page',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every view needs is one file: each further one costs a view some 10 ms.
          groups: [{ name: 'base', test: /node_modules.(preact|hono).|page.(data|frame)./, minShareCount: 2 }],
        },
      },
    },
  },
  logLevel: 'warn',
});
