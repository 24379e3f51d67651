import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openClientLog } from './log.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-'));
});
afterEach(() => rm(folder, { recursive: true }));

const changed = { type: 'limit-changed', endpoint: 'here', connections: 4 } as unknown as Parameters<
  Awaited<ReturnType<typeof openClientLog>>['log']
>[0];
const open = async (file: string) => {
  const said: string[] = [];
  const log = await openClientLog({
    level: 'debug',
    file,
    write: (line) => said.push(line),
    clean: (line) => line.replace('here', '[hidden]'),
  });
  return { log, said };
};

it('goes on behind what its file holds, and makes its folder', async () => {
  const file = join(folder, 'deep', 'log.jsonl');
  for (let time = 0; time < 2; time++) {
    const { log, said } = await open(file);
    log.log(changed);
    log.close();
    expect(said).toEqual([]);
  }
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { endpoint: string }).endpoint)).toEqual(['[hidden]', '[hidden]']);
});

it.runIf(existsSync('/dev/full'))('ends on a full disk with one line, and disturbs no call', async () => {
  const { log, said } = await open('/dev/full');
  for (let event = 0; event < 3; event++) expect(() => log.log(changed)).not.toThrow();
  expect(() => log.close()).not.toThrow();
  expect(said).toEqual([
    'the log ends here, and the runs go on: /dev/full cannot be written (There is no room left on the disk)',
  ]);
});

it('refuses a file that cannot be opened, by name', async () => {
  await expect(open(folder)).rejects.toThrow(`The log file ${folder} cannot be written; choose another one with --log-file.`);
});
