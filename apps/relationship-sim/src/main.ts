import { runAsProcess } from '@entente/run-console';
import { relationshipCommandLine } from './cli/relationship-command-line.js';

process.exitCode = await runAsProcess(relationshipCommandLine, process.argv.slice(2), process);
