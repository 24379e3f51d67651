import type { ConsoleIo, SignalSource } from './console-io.js';
import { lastingOutput, type LostOutput, type OutputStream } from './lasting-output.js';
import { type CommandLine, runCommandLine } from './run-command-line.js';
import type { Verb } from './verb.js';

/** The parts of a process that a command line uses; Node's `process` is one. */
export interface CommandProcess extends SignalSource {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: ConsoleIo['env'];
  cwd(): string;
}

/**
 * Runs one command as a process of its own, and returns its exit code. A lost output never ends what the command does: a
 * closed stdout, as before `head`, and one on a full disk only stop the display, and the exit code still reports how the runs ended. A
 * full disk is reported in one line on stderr; for verbs whose output is their purpose it is an error.
 */
export async function runAsProcess(commandLine: CommandLine, argv: readonly string[], running: CommandProcess): Promise<number> {
  const playsRuns = playsRunsOut(commandLine.verbs.find(({ name }) => name === argv[0]));
  const stderr = lastingOutput(running.stderr);
  const stdout = lastingOutput(running.stdout, (lost) => {
    if (lost.kind === 'failed') stderr.write(`${lineOf(lost, playsRuns)}\n`);
  });
  const { env } = running;
  const exitCode = await runCommandLine(commandLine, argv, { stdout, stderr, env, cwd: running.cwd(), signals: running });
  const lost = await stdout.settled();
  await stderr.settled();
  return exitCode === 0 && lost?.kind === 'failed' && !playsRuns ? 1 : exitCode;
}

/** Verbs that carry runs out are those that give calls in flight time to land. */
function playsRunsOut(verb: Verb | undefined): boolean {
  return verb !== undefined && 'grace' in verb.options;
}

function lineOf({ error }: LostOutput & { readonly kind: 'failed' }, playsRuns: boolean): string {
  return playsRuns
    ? `error: stdout cannot be written (${error.message}): nothing more is shown there; runs go on, and are on record.`
    : `error: stdout cannot be written (${error.message}): what it shows is not complete; make room, or send it elsewhere.`;
}
