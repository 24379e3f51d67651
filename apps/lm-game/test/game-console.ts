import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ConsoleIo, runCommandLine } from '@entente/run-console';
import { createGameCommandLine } from '../src/cli/lm-game-command-line.js';
import { normalizeArguments } from '../src/cli/normalize-arguments.js';
import { createTerminalModel } from '../src/people/terminal-model.js';
import { createDiplomacyKind } from '../src/runs/diplomacy-kind.js';

/** The command line, run in this process and in a folder of its own. Its output is collected. */
export interface GameConsole {
  readonly cwd: string;
  readonly signals: EventEmitter;
  run(...argv: readonly string[]): Promise<Said>;
  remove(): Promise<void>;
}

export interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GameConsoleOptions {
  readonly env?: ConsoleIo['env'];
  /** @default the machine's */
  readonly clock?: ConsoleIo['clock'];
  /** A terminal of that width; else neither stream is one. */
  readonly terminal?: number;
  /** Lines that the person at the keyboard types. */
  readonly typed?: readonly string[];
  /** Sees everything written, as it is written. */
  readonly onText?: (text: string) => void;
}

export function createGameConsole(options: GameConsoleOptions = {}): GameConsole {
  const { env = {}, clock, terminal, typed = [], onText } = options;
  const cwd = mkdtempSync(join(tmpdir(), 'lm-game-'));
  const signals = new EventEmitter();
  const text = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr'): ConsoleIo['stdout'] => ({
    write: (written) => {
      text[name] += written;
      onText?.(written);
    },
    ...(terminal !== undefined && { isTTY: true, columns: terminal, rows: 24 }),
  });
  const person = createTerminalModel({
    input: () => Readable.from(typed.map((line) => `${line}\n`)),
    output: output('stderr'),
    folder: cwd,
  });
  const commandLine = createGameCommandLine(() => Promise.resolve(createDiplomacyKind(person)));
  return {
    cwd,
    signals,
    run: async (...argv) => {
      text.stdout = '';
      text.stderr = '';
      const exitCode = await runCommandLine(commandLine, normalizeArguments(argv), {
        stdout: output('stdout'),
        stderr: output('stderr'),
        env,
        cwd,
        signals,
        ...(clock !== undefined && { clock }),
      });
      return { exitCode, ...text };
    },
    remove: () => rm(cwd, { recursive: true, force: true }),
  };
}
