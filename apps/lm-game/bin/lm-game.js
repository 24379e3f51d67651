#!/usr/bin/env node
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
const main = new URL('../dist/main.js', import.meta.url);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `lm-game needs Node 20.19 or newer, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  );
  process.exitCode = 1;
} else if (!existsSync(main)) {
  console.error(
    'lm-game is not built yet. Build it in the folder of the repository: npm run build (or npm start, which builds and plays a game).',
  );
  process.exitCode = 1;
} else {
  await import(main.href);
}
