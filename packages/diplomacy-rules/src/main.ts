import { runCommandLine } from './command-line/run-command-line.js';

// A reader that stops early, as in `diplomacy-rules verify games.jsonl | head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

const { stdout, stderr } = process;
process.exitCode = await runCommandLine(process.argv.slice(2), { stdout, stderr });
