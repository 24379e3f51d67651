import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { runBuilt } from './run-built.mjs';

// Plays runs on a real inference engine, whose packages are installed in a folder of their own.
const engine = fileURLToPath(new URL('../real-server/engine', import.meta.url));

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.error('The real server runs on Linux with an x64 processor only: for others its engine would have to be compiled.');
  process.exitCode = 1;
} else if (await installWhatIsMissing(path.resolve(engine))) {
  process.exitCode = await runBuilt(
    {
      package: '@entente/real-server',
      file: 'tools/real-server/dist/main.js',
      alongside: ['@entente/lm-game', '@entente/relationship-sim'],
    },
    process.argv.slice(2),
  );
} else {
  process.exitCode = 1;
}
