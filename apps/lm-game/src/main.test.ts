import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
let program: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lm-game-'));
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
    // What is bundled from CommonJS asks for Node's own modules with require.
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

/** Runs the program with what is typed on its stdin; each time a line of stdout matches the next of `signalAt`, it gets a Ctrl-C. */
function run(
  argv: readonly string[],
  { signalAt = [], typed }: { readonly signalAt?: readonly RegExp[]; readonly typed?: string } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...argv], {
      cwd: folder,
      stdio: [typed === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const text = { stdout: '', stderr: '' };
    const awaited = [...signalAt];
    child.stdout?.setEncoding('utf8').on('data', (written: string) => {
      text.stdout += written;
      if (awaited[0]?.test(text.stdout)) {
        awaited.shift();
        child.kill('SIGINT');
      }
    });
    child.stderr?.setEncoding('utf8').on('data', (written: string) => (text.stderr += written));
    if (typed !== undefined) child.stdin?.write(typed);
    child.on('error', reject).on('close', (code) => resolve({ code, ...text }));
  });
}

const GAME = ['play', '--model', 'offline', '--max_year', '1901', '--json'] as const;

describe('the program as a process', () => {
  it('ends with 0 when all is well, 2 for a command that cannot be read, 1 for what went wrong', async () => {
    expect((await run(['--help'])).code).toBe(0);
    expect((await run(['play', '--wrong'])).code).toBe(2);
    expect((await run(['play', '--max_year', '1901', '--models', 'nobody'])).code).toBe(1);
  });

  it('lands what is in flight after one Ctrl-C, and resumes to the end', async () => {
    const stopped = await run([...GAME, '--runs-dir', 'landed', '--latency', 'fixed:20ms'], {
      signalAt: [/"event":"step-ended"/],
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stdout).toContain('"status":"interrupted"');
    const resumed = await run(['resume', '--all', '--runs-dir', 'landed', '--json']);
    expect(resumed.code).toBe(0);
    expect(resumed.stdout).toMatch(/"event":"batch-ended","completed":1,"failed":0,"interrupted":0/);
  });

  it('does not wait for calls in flight after a second Ctrl-C', async () => {
    const cut = await run([...GAME, '--runs-dir', 'cut', '--latency', 'fixed:3600s'], {
      signalAt: [/"event":"run-started"/, /Stopping: no new call starts/],
    });
    expect(cut.code).toBe(130);
    expect(cut.stdout).toContain('Cutting the calls in flight');
  });

  it('takes a person’s lines from its input, and ends although that stays open', async () => {
    const game = [
      'play',
      '--end-at-phase',
      'S1901M',
      '--human',
      'ITALY',
      '--models',
      'bot:greedy',
      '--quiet',
      '--runs-dir',
      'seated',
    ];
    const { code, stdout } = await run(game, { typed: 'A VEN H\nA ROM - APU\nF NAP - ION\n\n' });
    expect(code).toBe(0);
    expect(stdout).toContain('S1901M');
  });
});
