#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);

if (existsSync(main)) {
  await import(main.href);
} else {
  console.error('The simulated provider is not built yet. Build it in the folder of the repository: npm run build');
  process.exitCode = 1;
}
