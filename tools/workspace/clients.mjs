import { fileURLToPath } from 'node:url';
import { installWhatIsMissing } from './install-what-is-missing.mjs';
import { runBuilt } from './run-built.mjs';

// Tries the simulated provider with clients of other makers, which are installed in a folder of their own.
const clients = fileURLToPath(new URL('../simulated-provider/clients', import.meta.url));

process.exitCode = (await installWhatIsMissing(clients))
  ? await runBuilt({ package: '@entente/simulated-provider-cli', file: 'tools/simulated-provider/clients/main.mjs' }, [])
  : 1;
