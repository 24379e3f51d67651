import { afterAll, expect, it } from 'vitest';
import { counterCommandLine, createCounterConsole } from './counter-console.js';

const cli = createCounterConsole();
afterAll(() => cli.remove());

/** Help in full, as a review reads it; `npx vitest run -u` writes it anew where it was meant to change. */
it('explains the program and each of its verbs', async () => {
  const texts: string[] = [];
  for (const verb of [undefined, ...counterCommandLine.verbs.map(({ name }) => name)]) {
    const { exitCode, stdout, stderr } = await cli.run(...(verb === undefined ? [] : [verb]), '--help');
    expect([exitCode, stderr]).toEqual([0, '']);
    texts.push(`$ counter ${verb === undefined ? '' : `${verb} `}--help\n\n${stdout}`);
  }
  await expect(texts.join('\n\n')).toMatchFileSnapshot('help.txt');
});

it('prints the help without any word, and its version', async () => {
  const [bare, help] = [await cli.run(), await cli.run('--help')];
  expect(bare).toEqual(help);
  expect(await cli.run('--version')).toEqual({ exitCode: 0, stdout: '1.0.0\n', stderr: '' });
});
