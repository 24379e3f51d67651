import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { runBuilt } from './run-built.mjs';

// Tries the simulated provider with clients of other makers, which are installed in folders of their own; promptfoo, which is larger than
// all others together, only where it is asked for.
const clients = fileURLToPath(new URL('../simulated-provider/clients', import.meta.url));
const args = process.argv.slice(2);
const unknown = args.find((arg) => arg !== '--promptfoo');

if (unknown !== undefined) {
  console.error(`${unknown} is not understood: there is --promptfoo.`);
  process.exitCode = 1;
} else {
  const folders = args.length > 0 ? [clients, path.join(clients, 'promptfoo')] : [clients];
  let isInstalled = true;
  for (const folder of folders) isInstalled &&= await installWhatIsMissing(folder);
  const main = { package: '@entente/simulated-provider-cli', file: 'tools/simulated-provider/clients/main.mjs' };
  process.exitCode = isInstalled ? await runBuilt(main, args) : 1;
}
