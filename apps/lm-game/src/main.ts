import { runAsProcess } from '@entente/run-console';
import { lmGameCommandLine } from './cli/lm-game-command-line.js';
import { normalizeArguments } from './cli/normalize-arguments.js';

process.exitCode = await runAsProcess(lmGameCommandLine, normalizeArguments(process.argv.slice(2)), process);
