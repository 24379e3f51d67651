import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readLog, type LoggedRequest } from './request-log.js';

export interface ServerFiles {
  readonly serve: string;
  readonly engine: string;
  readonly model: string;
  readonly log: string;
}

/** The front and its engine in a process of their own, which can be killed and started again at the same address. */
export class ServerProcess {
  readonly #files: ServerFiles;
  #child: ChildProcess | undefined;
  #port = 0;
  /** The engine's name and version. */
  engineName = '';

  constructor(files: ServerFiles) {
    this.#files = files;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}/v1`;
  }

  get log(): readonly LoggedRequest[] {
    return readLog(this.#files.log);
  }

  /** @throws Error with what the server wrote where it does not come up */
  async start(): Promise<void> {
    const { serve, engine, model, log } = this.#files;
    const args = [serve, '--engine', engine, '--model', model, '--log', log, '--port', String(this.#port)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    let [output, errors] = ['', ''];
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    await new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const [, name, port] = /^(.*) http:\/\/127\.0\.0\.1:(\d+)\/v1\n/m.exec(output) ?? [];
        if (name === undefined) return;
        [this.engineName, this.#port] = [name, Number(port)];
        resolve();
      });
      child.once('error', reject).once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors.trim()}`)));
    });
  }

  /** Ends it without a word, as a machine that fails. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
