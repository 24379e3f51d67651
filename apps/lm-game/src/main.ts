import { runCommandLine } from '@entente/run-console';
import { lmGameCommandLine } from './cli/lm-game-command-line.js';
import { normalizeArguments } from './cli/normalize-arguments.js';

// A reader that has had enough, as in `lm-game report | head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const { stdout, stderr, env } = process;
process.exitCode = await runCommandLine(lmGameCommandLine, normalizeArguments(process.argv.slice(2)), {
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  signals: process,
});
