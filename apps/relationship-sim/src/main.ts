import { runCommandLine } from '@entente/run-console';
import { relationshipCommandLine } from './cli/relationship-command-line.js';

// A reader that has had enough, as in `relationship-sim report | head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const { stdout, stderr, env } = process;
process.exitCode = await runCommandLine(relationshipCommandLine, process.argv.slice(2), {
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  signals: process,
});
