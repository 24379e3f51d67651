import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConsoleIo, runCommandLine } from '@entente/run-console';
import { relationshipCommandLine } from '../src/cli/relationship-command-line.js';

/** Command line in this process, in a folder of its own, with its whole output kept. */
export interface MemoryConsole {
  readonly cwd: string;
  readonly signals: EventEmitter;
  run(...argv: readonly string[]): Promise<Said>;
  /** Returns the whole output so far, also while a command is under way. */
  said(): Omit<Said, 'exitCode'>;
  remove(): Promise<void>;
}

export interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface MemoryConsoleOptions {
  readonly env?: ConsoleIo['env'];
  /** @default the machine's */
  readonly clock?: ConsoleIo['clock'];
  /** Width of the terminal. @default none: neither stream is a terminal */
  readonly terminal?: number;
  /** Receives everything written to stderr while it is written. */
  readonly onStderr?: (text: string) => void;
}

export function createMemoryConsole(options: MemoryConsoleOptions = {}): MemoryConsole {
  const { env = {}, clock, terminal, onStderr } = options;
  const cwd = mkdtempSync(join(tmpdir(), 'relationship-sim-'));
  const signals = new EventEmitter();
  const text = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr'): ConsoleIo['stdout'] => ({
    write: (written) => {
      text[name] += written;
      if (name === 'stderr') onStderr?.(written);
    },
    ...(terminal !== undefined && { isTTY: true, columns: terminal, rows: 24 }),
  });
  return {
    cwd,
    signals,
    run: async (...argv) => {
      text.stdout = '';
      text.stderr = '';
      const exitCode = await runCommandLine(relationshipCommandLine, argv, {
        stdout: output('stdout'),
        stderr: output('stderr'),
        env,
        cwd,
        signals,
        ...(clock !== undefined && { clock }),
      });
      return { exitCode, ...text };
    },
    said: () => ({ ...text }),
    remove: () => rm(cwd, { recursive: true, force: true }),
  };
}
