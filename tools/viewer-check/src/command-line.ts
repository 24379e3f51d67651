import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';

/** The two programs as users run them. */
export type Program = 'relationship-sim' | 'lm-game';

const bin = (program: Program): string => fileURLToPath(new URL(`../../../apps/${program}/bin/${program}.js`, import.meta.url));

/** Starts a command in a folder; its output is a pipe. */
export function start(program: Program, folder: string, argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [bin(program), ...argv], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a command to its end. @throws Error with its output where it fails @returns what it wrote to stdout */
export async function run(program: Program, folder: string, argv: readonly string[]): Promise<string> {
  const child = start(program, folder, argv);
  let [out, all] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    all += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (all += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program} ${argv.join(' ')} ended with ${code ?? 'a signal'}:\n${all}`);
  return out;
}

/** A page that a command serves. */
export interface ServedPage {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves the page of a folder of runs by the verb `view`. */
export async function view(program: Program, folder: string, runsDir: string): Promise<ServedPage> {
  const child = start(program, folder, ['view', '--runs-dir', runsDir, '--json']);
  for await (const line of createInterface({ input: child.stdout! })) {
    const told = JSON.parse(line) as { readonly event: string; readonly url?: string };
    if (told.event !== 'page' || told.url === undefined) continue;
    const stop = async (): Promise<void> => {
      const closed = once(child, 'close');
      child.kill('SIGINT');
      await closed;
    };
    return { url: told.url, stop };
  }
  throw new Error(`${program} view ended without a page`);
}
