import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { build } from 'tsup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
let program: string;

beforeAll(async () => {
  // Within the package, so that the bundled program finds the package's manifest.
  const cache = join(import.meta.dirname, '../.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'program-'));
  await build({
    config: false,
    entry: { main: join(import.meta.dirname, 'main.ts') },
    outDir: join(folder, 'program'),
    format: 'esm',
    target: 'node20',
    platform: 'node',
    noExternal: [/.*/],
    silent: true,
    outExtension: () => ({ js: '.mjs' }),
    // Bundled CommonJS modules load Node's own modules with require.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    esbuildOptions: (options) => {
      options.conditions = ['@entente/source'];
    },
  });
  program = join(folder, 'program', 'main.mjs');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surrounded {
  /** Signals to send, each once the joined output of stderr and stdout matches. */
  readonly signals?: readonly (readonly [RegExp, NodeJS.Signals])[];
  /** Closes stdout once the output matches, as `head` does. */
  readonly closesStdoutAt?: RegExp;
  /** File that receives stdout. */
  readonly into?: string;
}

/** Runs the program to its end. */
function run(argv: readonly string[], { signals = [], closesStdoutAt, into }: Surrounded = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const file = into === undefined ? undefined : openSync(into, 'w');
    const child = spawn(process.execPath, [program, ...argv], {
      cwd: folder,
      stdio: ['ignore', file ?? 'pipe', 'pipe'],
    });
    if (file !== undefined) closeSync(file);
    const text = { stdout: '', stderr: '' };
    const awaited = [...signals];
    const note = (kind: keyof typeof text, written: string): void => {
      text[kind] += written;
      if (!awaited[0]?.[0].test(text.stderr + text.stdout)) return;
      child.kill(awaited.shift()![1]);
    };
    child.stdout?.setEncoding('utf8').on('data', (written: string) => {
      note('stdout', written);
      if (closesStdoutAt?.test(text.stdout)) child.stdout?.destroy();
    });
    child.stderr?.setEncoding('utf8').on('data', (written: string) => note('stderr', written));
    child.on('error', reject).on('close', (code) => resolve({ code, ...text }));
  });
}

/** Entries of the only run in a folder. */
async function entriesIn(runsDir: string): Promise<readonly JournalEntry[]> {
  const store = createFileStore({ folder: join(folder, runsDir) });
  const entries: JournalEntry[] = [];
  for (const { runId } of await store.list()) for await (const entry of store.read(runId)) entries.push(entry);
  return entries;
}

const endsOf = (entries: readonly JournalEntry[]): readonly string[] =>
  entries.flatMap(({ type }) => (type === 'run-interrupted' || type === 'run-ended' ? [type] : []));
const answersOf = (entries: readonly JournalEntry[]): readonly string[] =>
  entries.flatMap((entry) => (entry.type === 'answer-recorded' ? [entry.path] : []));

const EVENTS = ['--model', 'offline', '--scenes', '2', '--interactions-per-scene', '2', '--json'] as const;

const COUPLE = ['run', 'maya-jonas', ...EVENTS] as const;

describe('the program as a process', () => {
  it('ends with 0 when all is well, 2 for a command that cannot be read, 1 for what went wrong', async () => {
    expect((await run(['--help'])).code).toBe(0);
    expect((await run(['run', '--wrong'])).code).toBe(2);
    expect((await run(['run', 'maya-jonas', '--model', 'nobody'])).code).toBe(1);
  });

  it('lands what is in flight after one Ctrl-C, and resumes to the end', async () => {
    const batch = ['batch', '--pairs', 'maya-jonas,ruth-isaac', ...EVENTS, '--runs-dir', 'landed', '--latency', 'fixed:20ms'];
    const stopped = await run(batch, { signals: [[/"event":"step-ended"/, 'SIGINT']] });
    expect(stopped.code).toBe(130);
    expect(stopped.stdout).toContain('Stopping: no new call starts');
    expect(stopped.stdout).toContain('"status":"interrupted"');

    const resumed = await run(['resume', '--all', '--runs-dir', 'landed', '--json']);
    expect(resumed.code).toBe(0);
    expect(resumed.stdout).toMatch(/"event":"batch-ended","completed":\d,"failed":0,"interrupted":0/);
  });

  it('does not wait for calls in flight after a second Ctrl-C', async () => {
    const endless = ['run', 'maya-jonas', ...EVENTS, '--runs-dir', 'cut', '--latency', 'fixed:3600s'];
    const cut = await run(endless, {
      signals: [
        [/"event":"run-started"/, 'SIGINT'],
        [/Stopping: no new call starts/, 'SIGINT'],
      ],
    });
    expect(cut.code).toBe(130);
    expect(cut.stdout).toContain('Cutting the calls in flight');
  });

  it.each([
    ['SIGHUP', 129],
    ['SIGTERM', 143],
  ] as const)('lands what is in flight after %s, and asks for none of it again', async (signal, exitCode) => {
    const runsDir = `landed-${signal}`;
    const stopped = await run([...COUPLE, '--runs-dir', runsDir, '--latency', 'fixed:60ms'], {
      signals: [[/"event":"step-ended"/, signal]],
    });
    expect(stopped.code).toBe(exitCode);
    const before = await entriesIn(runsDir);
    expect(endsOf(before)).toEqual(['run-interrupted']);
    expect(before.at(-1)).toMatchObject({
      type: 'run-interrupted',
      reason: 'stopped',
      message: expect.stringContaining(signal) as string,
    });
    expect((await run(['resume', '--all', '--runs-dir', runsDir, '--json'])).code).toBe(0);
    const after = await entriesIn(runsDir);
    expect(endsOf(after)).toEqual(['run-interrupted', 'run-ended']);
    expect(answersOf(after).slice(0, answersOf(before).length)).toEqual(answersOf(before));
    expect(new Set(answersOf(after)).size).toBe(answersOf(after).length);
  });

  it('cuts at a SIGHUP behind a SIGTERM, and exits as the first of them says', async () => {
    const cut = await run([...COUPLE, '--runs-dir', 'cut-two', '--latency', 'fixed:3600s'], {
      signals: [
        [/"event":"run-started"/, 'SIGTERM'],
        [/Stopping: no new call starts/, 'SIGHUP'],
      ],
    });
    expect(cut.code).toBe(143);
    expect(cut.stdout).toContain('Cutting the calls in flight');
  });

  it('plays on when its stdout is closed, and exits as the run ended', async () => {
    const closed = await run([...COUPLE, '--runs-dir', 'closed'], { closesStdoutAt: /\n/ });
    expect(closed).toMatchObject({ code: 0, stderr: '' });
    expect(endsOf(await entriesIn('closed'))).toEqual(['run-ended']);
    const endless = [...COUPLE, '--runs-dir', 'closed-stopped', '--latency', 'fixed:3600s', '--grace', '1ms'];
    const begun = /"event":"run-started"/;
    const stopped = await run(endless, { closesStdoutAt: begun, signals: [[begun, 'SIGTERM']] });
    expect(stopped).toMatchObject({ code: 143, stderr: '' });
    expect(endsOf(await entriesIn('closed-stopped'))).toEqual(['run-interrupted']);
  });

  it.runIf(existsSync('/dev/full'))('plays on when its stdout is on a full disk, and says so in one line', async () => {
    const { code, stderr } = await run([...COUPLE, '--runs-dir', 'full'], { into: '/dev/full' });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^error: stdout cannot be written \(ENOSPC: .*\): .* runs go on, and are on record\.\n$/);
    expect(endsOf(await entriesIn('full'))).toEqual(['run-ended']);
    const listed = await run(['runs', '--runs-dir', 'full'], { into: '/dev/full' });
    expect(listed.code).toBe(1);
    expect(listed.stderr).toMatch(/^error: stdout cannot be written \(ENOSPC: .*\): .* not complete; make room.*\n$/);
  });
});
