import { mkdtempSync } from 'node:fs';
import fs, { appendFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeClock } from '@entente/llm-clients';
import { type Program, startRun } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findRun } from './find-run.js';

const idle: Program<null, { readonly type: 'never' }> = {
  kind: 'idle',
  initial: null,
  apply: (state) => state,
  nextStep: () => undefined,
  step: async () => {},
};

const cwd = mkdtempSync(join(tmpdir(), 'find-run-'));

beforeAll(async () => {
  const store = createFileStore({ folder: join(cwd, 'runs'), durability: 'process' });
  for (const runId of [
    'game~s1~9f3a01c2',
    'game~s1~9f3a01c2~analysis-11111111',
    'game~s1~9f3a01c2~analysis-22222222',
    'game~s2~9e000000',
  ]) {
    await startRun(idle, {
      store,
      clock: nodeClock,
      packageVersion: 'test',
      runId,
      description: { spec: {}, seed: runId, replicate: 0 },
    });
  }
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

const found = async (text: string): Promise<string> => (await findRun(text, { cwd, runsDir: 'runs' })).runId;

it.each([
  ['game~s1~9f3a01c2', 'game~s1~9f3a01c2'],
  ['game~s2', 'game~s2~9e000000'],
  // Runs derived from a run have its name and a further part; the beginning means the run itself.
  ['game~s1', 'game~s1~9f3a01c2'],
  ['game~s1~9f3a01c2~analysis-2', 'game~s1~9f3a01c2~analysis-22222222'],
  ['runs/game~s2~9e000000', 'game~s2~9e000000'],
])('finds %s', async (text, runId) => {
  expect(await found(text)).toBe(runId);
});

it('finds a run by its whole name without listing the folder', async () => {
  const readdir = vi.spyOn(fs, 'readdir');
  syncBuiltinESMExports();
  try {
    expect(await found('game~s1~9f3a01c2')).toBe('game~s1~9f3a01c2');
    expect(readdir).not.toHaveBeenCalled();
    expect(await found('game~s2')).toBe('game~s2~9e000000');
    expect(readdir).toHaveBeenCalledOnce();
  } finally {
    readdir.mockRestore();
    syncBuiltinESMExports();
  }
});

it.each([
  ['game', 'Several runs begin with "game"'],
  ['game~s1~9f3a01c2~', 'Several runs begin with'],
  ['gane~s2~9e000000', 'did you mean game~s2~9e000000?'],
])('does not guess at %s', async (text, message) => {
  await expect(found(text)).rejects.toThrow(message);
});

const folderOf = (name: string): string => join(cwd, 'runs', name);

it('finds a copied or renamed folder by its own name, by the name of the run in it, and by its path', async () => {
  await cp(folderOf('game~s2~9e000000'), folderOf('s2 (copy)'), { recursive: true });
  expect(await found('s2 (copy)')).toBe('s2 (copy)');
  expect(await found('runs/s2 (copy)')).toBe('s2 (copy)');
  expect(await found('runs/s2 (copy)/journal.jsonl')).toBe('s2 (copy)');
  expect(await found('game~s2')).toBe('game~s2~9e000000');
  await rename(folderOf('game~s2~9e000000'), folderOf('moved'));
  expect(await found('game~s2~9e000000')).toBe('moved');
  await appendFile(join(folderOf('s2 (copy)'), 'journal.jsonl'), '{"torn');
  expect(await found('game~s2')).toBe('moved');
  await rm(folderOf('s2 (copy)'), { recursive: true });
  await rename(folderOf('moved'), folderOf('game~s2~9e000000'));
});

it('does not choose among renamed copies of a run of which none has ended', async () => {
  const run = 'game~s2~9e000000';
  const away = join(cwd, 'away');
  await rename(folderOf(run), away);
  const [begun = ''] = (await readFile(join(away, 'journal.jsonl'), 'utf8')).split('\n');
  for (const name of ['one copy', 'two copies']) {
    await mkdir(folderOf(name));
    await writeFile(join(folderOf(name), 'journal.jsonl'), `${begun}\n`);
  }
  await expect(found(run)).rejects.toThrow(
    `one copy, two copies are copies of ${run}, and none of them has ended; name the one that is meant.`,
  );
  await rm(folderOf('two copies'), { recursive: true });
  expect(await found(run)).toBe('one copy');
  await rm(folderOf('one copy'), { recursive: true });
  await rename(away, folderOf(run));
});

it('finds a run whose journal is damaged, so that verbs can say so', async () => {
  await mkdir(folderOf('lost'));
  await writeFile(join(folderOf('lost'), 'journal.jsonl'), '{"type":"run-ended"}\n');
  expect(await found('lost')).toBe('lost');
  await rm(folderOf('lost'), { recursive: true });
});

it('says of a file, and of a folder without a journal, that it is no run', async () => {
  await writeFile(join(cwd, 'saved.json'), '{}');
  await expect(found('saved.json')).rejects.toThrow('saved.json is a file, and a run is a folder with journal.jsonl in it');
  await expect(found('./runs')).rejects.toThrow(
    './runs is a folder without journal.jsonl, so it is no run; if runs are in it, say --runs-dir',
  );
});
