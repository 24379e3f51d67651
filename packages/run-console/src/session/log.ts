import { appendFileSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ClientEvent } from '@entente/llm-clients';
import { ConsoleError } from '../cli/console-error.js';
import { explainError } from '../cli/explain-error.js';
import type { LogLevel } from '../options/option-groups.js';

/** A log of what the model clients do. */
export interface ClientLog {
  log(event: ClientEvent): void;
  close(): void;
}

const LEVELS: Readonly<Record<ClientEvent['type'], LogLevel>> = {
  'parameter-dropped': 'warn',
  'parameter-changed': 'warn',
  'rung-lowered': 'warn',
  'prompt-cut': 'warn',
  'rate-limited': 'info',
  'limit-changed': 'info',
  'request-sent': 'debug',
  'response-received': 'debug',
};

/**
 * Opens a log in JSON Lines, to `file` or through `write`. Events hold no keys; header fields that could are dropped once
 * more. A file that can be written no more, as on a full disk, ends the log and nothing else.
 * @throws ConsoleError when the file cannot be written
 */
export async function openClientLog(options: {
  readonly level: LogLevel;
  readonly file?: string | undefined;
  /** Takes lines where there is no file, and the one line that reports a failing file. */
  readonly write: (line: string) => void;
  /** Takes out of a line what must not be in a log. */
  readonly clean: (line: string) => string;
}): Promise<ClientLog> {
  const { pino } = await import('pino');
  const { level, file, write, clean } = options;
  const redact = ['*.authorization', '*.headers', '*.apiKey', '*["x-api-key"]', '*.api_key'];
  if (file === undefined) {
    const logger = pino({ level, base: null, redact }, { write: (line: string) => write(clean(line)) });
    return { log: (event) => logger[LEVELS[event.type]](event, event.type), close: () => {} };
  }
  const fd = openLogFile(file);
  let isBroken = false;
  // A log is no reason to lose an answer: the model client is in the middle of a call when it tells its events.
  const writeLine = (line: string): void => {
    if (isBroken) return;
    try {
      appendFileSync(fd, clean(line));
    } catch (error) {
      isBroken = true;
      write(`the log ends here, and the runs go on: ${file} cannot be written (${reasonOf(error)})`);
    }
  };
  const logger = pino({ level, base: null, redact }, { write: writeLine });
  return { log: (event) => logger[LEVELS[event.type]](event, event.type), close: () => closeSync(fd) };
}

/** Explains an error without its remedy: the runs go on, so nothing has to be resumed. */
function reasonOf(error: unknown): string {
  return explainError(error).split(';', 1)[0] ?? '';
}

/** @throws ConsoleError */
function openLogFile(file: string): number {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'a');
  } catch (cause) {
    throw new ConsoleError(`The log file ${file} cannot be written; choose another one with --log-file.`, { cause });
  }
}

/** Returns a line for events that the user should see even without a log; undefined for all others. */
export function noteworthy(event: ClientEvent): string | undefined {
  if (event.type === 'parameter-dropped')
    return `${event.model} does not take ${event.parameter} (${event.reason}); it is left out.`;
  if (event.type === 'parameter-changed') {
    const what = event.parameter === 'systemRole' ? 'instructions in that role' : `the ${event.parameter} that was asked for`;
    return `${event.model} does not take ${what} (${event.reason}); ${event.parameter} is ${String(event.value)} instead.`;
  }
  if (event.type === 'prompt-cut') {
    const [counted, estimated] = [event.counted, event.estimated].map((tokens) => tokens.toLocaleString('en-US'));
    return `${event.model} reads only ${counted ?? ''} of about ${estimated ?? ''} tokens of a prompt; allowCutPrompts lets the run go on.`;
  }
  if (event.type === 'rung-lowered')
    return `${event.model} cannot be asked for ${event.from} (${event.reason}); ${event.to} is used.`;
  return undefined;
}
