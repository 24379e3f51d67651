import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { type CommandProcess, runAsProcess } from './run-as-process.js';
import { defineVerb, flag } from './verb.js';

/** A stream that fails from its n-th write on, as Node's do: by an event, after the write has returned. */
class FailingStream extends EventEmitter {
  readonly texts: string[] = [];
  readonly code: string | undefined;
  readonly after: number;
  readonly isTTY: boolean;
  #writes = 0;

  constructor({ code, after = 0, isTTY = false }: { readonly code?: string; readonly after?: number; readonly isTTY?: boolean }) {
    super();
    this.code = code;
    this.after = after;
    this.isTTY = isTTY;
  }

  write(text: string, done: (error?: Error) => void = () => {}): boolean {
    if (this.code === undefined || this.#writes++ < this.after) {
      this.texts.push(text);
      process.nextTick(done);
      return true;
    }
    const error = Object.assign(new Error(`${this.code}: write`), { code: this.code });
    process.nextTick(() => {
      done(error);
      this.emit('error', error);
    });
    return false;
  }
}

const ended: string[] = [];
const commandLine = {
  name: 'toy',
  summary: 'a toy',
  version: '1',
  verbs: ['play', 'report'].map((name) =>
    defineVerb({
      name,
      summary: name,
      options: { fail: flag('--fail', 'ends badly'), ...(name === 'play' && { grace: flag('--grace', 'time to land') }) },
      examples: [name],
      run: async ({ io, options }) => {
        for (let line = 0; line < 5; line++) {
          io.stdout.write(`line ${line}\n`);
          await new Promise((resolve) => setImmediate(resolve));
        }
        ended.push(name);
        return (options as { readonly fail: boolean }).fail ? 130 : 0;
      },
    }),
  ),
};

async function run(words: string, stdout: FailingStream, stderr = new FailingStream({})) {
  ended.length = 0;
  const streams = { stdout, stderr } as unknown as Pick<CommandProcess, 'stdout' | 'stderr'>;
  const signals = new EventEmitter() as unknown as Pick<CommandProcess, 'on' | 'off'>;
  const process = { ...streams, env: {}, cwd: () => '/', on: signals.on.bind(signals), off: signals.off.bind(signals) };
  const exitCode = await runAsProcess(commandLine, words.split(' '), process);
  return { exitCode, ended: [...ended], stdout: stdout.texts.join(''), stderr: stderr.texts.join('') };
}

it.each([
  // Lost output, command, exit code, number of lines on stderr.
  ['EPIPE', 'play', 0, 0],
  ['EPIPE', 'play --fail', 130, 0],
  ['EPIPE', 'report', 0, 0],
  ['ENOSPC', 'play', 0, 1],
  ['ENOSPC', 'play --fail', 130, 1],
  ['ENOSPC', 'report', 1, 1],
  ['EIO', 'report', 1, 1],
  ['EFBIG', 'report', 1, 1],
])('when stdout answers %s, "%s" goes on to its end and exits with %i', async (code, words, exitCode, lines) => {
  for (const after of [0, 1, 3, 5]) {
    const result = await run(words, new FailingStream({ code, after }));
    expect(result.ended, String(after)).toEqual([words.split(' ')[0]]);
    expect(result.exitCode, String(after)).toBe(exitCode);
    expect(result.stdout).toBe(['line 0\n', 'line 1\n', 'line 2\n', 'line 3\n', 'line 4\n'].slice(0, after).join(''));
    expect(result.stderr.split('\n').length - 1).toBe(lines);
    if (lines > 0) expect(result.stderr).toMatch(new RegExp(`^error: stdout cannot be written \\(${code}: write\\): `));
  }
});

it('takes a terminal that is gone for a closed output', async () => {
  const gone = (): FailingStream => new FailingStream({ code: 'EIO', isTTY: true });
  expect(await run('play --fail', gone(), gone())).toMatchObject({ exitCode: 130, ended: ['play'], stderr: '' });
  expect(await run('report', gone(), gone())).toMatchObject({ exitCode: 0, ended: ['report'] });
});

it('loses nothing but messages when stderr cannot be written', async () => {
  const result = await run('report', new FailingStream({}), new FailingStream({ code: 'EPIPE' }));
  expect(result).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('line 4') as string });
});
