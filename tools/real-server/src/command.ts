import { type ChildProcess, spawn } from 'node:child_process';

/** How a command line ended, with all it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export interface Command {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts a command line in a folder, with nothing to read and without keys of the environment. */
export function startCommand(file: string, args: readonly string[], folder: string): Command {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/_(API_)?KEY$/.test(name)));
  const child = spawn(process.execPath, [file, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve({ code, signal, output }));
  });
  return { child, ended };
}
