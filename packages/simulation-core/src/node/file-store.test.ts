import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JournalConflictError, JournalCorruptError } from '../errors/journal-errors.js';
import { SimulationError } from '../errors/simulation-error.js';
import { JOURNAL_VERSION, type JournalEntry } from '../journal/entry.js';
import { describeJournalStore } from '../testing/describe-journal-store.js';
import { createFileStore, JOURNAL_FILE, LOCK_FILE } from './file-store.js';

describeJournalStore('files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'journals '));
  return {
    store: createFileStore({ folder }),
    again: createFileStore({ folder, durability: 'process' }),
    dispose: () => rm(folder, { recursive: true }),
  };
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journals-'));
});
afterEach(() => rm(folder, { recursive: true }));

const header: JournalEntry = {
  type: 'run-started',
  v: JOURNAL_VERSION,
  runId: 'r',
  program: 'test',
  identity: 'r',
  spec: null,
  seed: '1',
  replicate: 0,
  packageVersion: '0',
  labels: {},
  at: 1,
};
const fact = (n: number): JournalEntry => ({ type: 'fact-recorded', v: JOURNAL_VERSION, step: 'one', fact: { type: 'said', n } });

async function read(): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of createFileStore({ folder }).read('r')) entries.push(entry);
  return entries;
}

async function write(...entries: JournalEntry[]): Promise<void> {
  const writer = await createFileStore({ folder }).openWriter('r', 'create');
  for (const entry of entries) writer.append(entry);
  await writer.close();
}

test('a last line cut at any byte is left out by readers and cut off by the next writer', async () => {
  await write(header, fact(1));
  const file = join(folder, 'r', JOURNAL_FILE);
  const whole = await readFile(file);
  const line = JSON.stringify(fact(2));
  for (let bytes = 1; bytes <= line.length; bytes++) {
    await writeFile(file, whole);
    await appendFile(file, line.slice(0, bytes));
    expect(await read()).toEqual([header, fact(1)]);
  }
  const writer = await createFileStore({ folder }).openWriter('r', 'continue');
  writer.append(fact(3));
  await writer.close();
  expect(await read()).toEqual([header, fact(1), fact(3)]);
});

test('`type` is the first key of every line', async () => {
  await write(header, fact(1));
  const lines = (await readFile(join(folder, 'r', JOURNAL_FILE), 'utf8')).trim().split('\n');
  expect(lines.map((line) => /^\{"type":"[a-z-]+","v":1,/.test(line))).toEqual([true, true]);
});

test('a damaged line in the middle is reported with its number', async () => {
  await write(header, fact(1), fact(2));
  const file = join(folder, 'r', JOURNAL_FILE);
  await writeFile(file, (await readFile(file, 'utf8')).replace('"n":1', '"n":'));
  await expect(read()).rejects.toThrow(JournalCorruptError);
  await expect(read()).rejects.toThrow(/line 2/);
});

test('an entry of a newer version asks for an update', async () => {
  await write(header);
  await appendFile(join(folder, 'r', JOURNAL_FILE), '{"type":"dreamt","v":99}\n');
  await expect(read()).rejects.toThrow(/newer version .* update/);
});

test('a lock of a process that is gone is taken over, one of a living process or another host is not', async () => {
  await write(header);
  const lock = join(folder, 'r', LOCK_FILE);
  const { hostname } = await import('node:os');
  const holder = { host: hostname(), pid: 2 ** 22 + 1, processStart: '1', nonce: 'x' };
  await writeFile(lock, JSON.stringify(holder));
  const store = createFileStore({ folder });
  await (await store.openWriter('r', 'continue')).close();

  await writeFile(lock, JSON.stringify({ ...holder, host: 'elsewhere' }));
  await expect(store.openWriter('r', 'continue')).rejects.toThrow(/elsewhere/);
  await writeFile(lock, JSON.stringify({ ...holder, pid: process.ppid, processStart: undefined }));
  await expect(store.openWriter('r', 'continue')).rejects.toThrow(JournalConflictError);
});

test('a lock of an earlier process with the same number is taken over', async () => {
  await write(header);
  const { hostname } = await import('node:os');
  await writeFile(
    join(folder, 'r', LOCK_FILE),
    JSON.stringify({ host: hostname(), pid: process.pid, processStart: 'another', nonce: 'x' }),
  );
  const store = createFileStore({ folder });
  if (process.platform === 'linux') await (await store.openWriter('r', 'continue')).close();
});

test('a writer whose lock was taken away stops before it writes', async () => {
  const store = createFileStore({ folder });
  const stale = await store.openWriter('r', 'create');
  stale.append(header);
  await stale.flush();
  await rm(join(folder, 'r', LOCK_FILE));
  const next = await store.openWriter('r', 'continue');
  stale.append(fact(1));
  await expect(stale.flush()).rejects.toThrow(JournalConflictError);
  next.append(fact(2));
  await next.close();
  expect(await read()).toEqual([header, fact(2)]);
});

test('a run name can never leave the folder', async () => {
  const store = createFileStore({ folder });
  for (const name of ['../x', '/etc/x', 'a/b', '..', '.', '', 'a\\b', 'x'.repeat(200)]) {
    await expect(store.openWriter(name, 'create')).rejects.toThrow(SimulationError);
  }
});
