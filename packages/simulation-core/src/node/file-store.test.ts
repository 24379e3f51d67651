import { appendFile, cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JournalConflictError, JournalCorruptError } from '../errors/journal-errors.js';
import { SimulationError } from '../errors/simulation-error.js';
import { digest } from '../hash/digest.js';
import { JOURNAL_VERSION, type JournalEntry } from '../journal/entry.js';
import { runIdentity } from '../run/run-identity.js';
import { describeJournalStore } from '../testing/describe-journal-store.js';
import { createFileStore, JOURNAL_FILE, LOCK_FILE } from './file-store.js';
import { LineChain } from './line-chain.js';

describeJournalStore('files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'journals '));
  return {
    store: createFileStore({ folder }),
    again: createFileStore({ folder, durability: 'process' }),
    rewrite: async (runId, edit) => {
      const file = join(folder, runId, JOURNAL_FILE);
      const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
      await writeFile(
        file,
        edit(lines)
          .map((line) => `${line}\n`)
          .join(''),
      );
    },
    dispose: () => rm(folder, { recursive: true }),
  };
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journals-'));
});
afterEach(() => rm(folder, { recursive: true }));

const description = { program: 'test', spec: null, seed: '1', replicate: 0 };
const header: JournalEntry = {
  type: 'run-started',
  v: JOURNAL_VERSION,
  runId: 'r',
  identity: runIdentity(description),
  ...description,
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

test.each([1 << 16, 1 << 17, 1 << 18, 1 << 20])(
  'a torn line of about %i bytes is cut off, and all before it is kept',
  async (size) => {
    const written = [header, ...Array.from({ length: 40 }, (_, n) => fact(n))];
    await write(...written);
    const file = join(folder, 'r', JOURNAL_FILE);
    const whole = await readFile(file, 'utf8');
    for (const bytes of [size - 1, size, size + 1, 2 * size + 7]) {
      const torn = JSON.stringify({ type: 'part-recorded', v: JOURNAL_VERSION, hash: 'h', text: 'x'.repeat(2 * bytes) }).slice(
        0,
        bytes,
      );
      await writeFile(file, whole + torn);
      expect(await read()).toEqual(written);
      expect((await createFileStore({ folder }).summary('r'))?.status).toBe('unfinished');
      const writer = await createFileStore({ folder }).openWriter('r', 'continue');
      writer.append(fact(bytes));
      await writer.close();
      expect(await read()).toEqual([...written, fact(bytes)]);
      expect((await readFile(file, 'utf8')).startsWith(whole)).toBe(true);
    }
  },
);

test('a journal cut at any byte is read up to there, and goes on there', async () => {
  const entries = [
    header,
    fact(1),
    { type: 'part-recorded', v: JOURNAL_VERSION, hash: digest('Ñandú\u2028'), text: 'Ñandú\u2028' } as const,
    fact(2),
  ];
  await write(...entries);
  const file = join(folder, 'r', JOURNAL_FILE);
  const whole = await readFile(file);
  const store = createFileStore({ folder, durability: 'process' });
  for (let bytes = 0; bytes < whole.length; bytes++) {
    await writeFile(file, whole.subarray(0, bytes));
    const kept = entries.slice(0, whole.subarray(0, bytes).toString('latin1').split('\n').length - 1);
    if (kept.length > 0) expect(await read()).toEqual(kept);
    const writer = await store.openWriter('r', kept.length === 0 ? 'create' : 'continue');
    const rest = entries.slice(kept.length);
    for (const entry of rest) writer.append(entry);
    await writer.close();
    expect((await readFile(file)).equals(whole), `cut after ${bytes} bytes`).toBe(true);
  }
});

test('a writer goes on behind a long journal, with checks or without, with facts near its end or far', async () => {
  const part = (n: number): JournalEntry => ({
    type: 'part-recorded',
    v: JOURNAL_VERSION,
    hash: `h${n}`,
    text: 'x'.repeat(3000),
  });
  const file = join(folder, 'r', JOURNAL_FILE);
  for (const withChecks of [true, false])
    for (const facts of [0, 1, 3]) {
      await rm(join(folder, 'r'), { recursive: true, force: true });
      const parts = Array.from({ length: 120 }, (_, n) => part(n));
      const entries = [header, ...Array.from({ length: facts }, (_, n) => fact(n)), ...parts];
      if (withChecks) await write(...entries);
      else {
        await mkdir(join(folder, 'r'));
        await writeFile(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      }
      for (const n of [7, 8]) {
        const writer = await createFileStore({ folder }).openWriter('r', 'continue');
        writer.append(fact(n));
        writer.append({ type: 'step-started', v: JOURNAL_VERSION, step: `s${n}`, at: 1 });
        await writer.close();
      }
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
      const chain = new LineChain('r');
      for (const line of lines) chain.follow(Buffer.from(line));
      expect(chain.lines).toBe(entries.length + 4);
    }
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

test('an older journal without checks is read and goes on with checks that cover all of it', async () => {
  await mkdir(join(folder, 'r'));
  const file = join(folder, 'r', JOURNAL_FILE);
  await writeFile(file, `${[header, fact(1), fact(2)].map((entry) => JSON.stringify(entry)).join('\n')}\n`);
  expect(await read()).toEqual([header, fact(1), fact(2)]);
  const writer = await createFileStore({ folder }).openWriter('r', 'continue');
  writer.append(fact(3));
  await writer.close();
  expect(await read()).toEqual([header, fact(1), fact(2), fact(3)]);
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(/"n":2\}\}\n.*"n":3\},"c":"[0-9a-f]{8}"\}\n$/);
  await writeFile(file, text.replace('"n":1', '"n":7'));
  await expect(read()).rejects.toThrow(/line 4: it, or one of the lines before it that have no check/);
});

test('invalid UTF-8 is damage, not another letter', async () => {
  await write(header, fact(1));
  const file = join(folder, 'r', JOURNAL_FILE);
  const bytes = await readFile(file);
  bytes[bytes.indexOf('said')] = 0xff;
  await writeFile(file, bytes);
  await expect(read()).rejects.toThrow(/line 2: bytes that are no UTF-8/);
});

test('damage is listed with the number and step that reading the whole journal gives', async () => {
  await write(header, { type: 'step-started', v: JOURNAL_VERSION, step: 'one', at: 1 }, fact(1), fact(2));
  const file = join(folder, 'r', JOURNAL_FILE);
  await writeFile(file, (await readFile(file, 'utf8')).replace('"n":2', '"n":'));
  await expect(createFileStore({ folder }).list()).rejects.toThrow(/line 4 \(one\): not JSON; .* fork the run at one/);
});

test('a journal without a whole line counts as never begun, not as damaged, and is begun anew', async () => {
  await mkdir(join(folder, 'r'));
  for (const torn of ['', JSON.stringify(header)]) {
    await writeFile(join(folder, 'r', JOURNAL_FILE), torn);
    const unlisted: string[] = [];
    expect(await createFileStore({ folder }).list(({ runId, kind }) => unlisted.push(`${runId} ${kind}`))).toEqual([]);
    expect(unlisted).toEqual(['r empty']);
    await write(header);
    expect(await read()).toEqual([header]);
  }
});

test('a journal that has lost its line feeds is damage, never a run that was not begun', async () => {
  await write(header, { type: 'step-started', v: JOURNAL_VERSION, step: 'one', at: 1 }, fact(1));
  const file = join(folder, 'r', JOURNAL_FILE);
  const whole = await readFile(file, 'utf8');
  const lineFeeds = [...whole.matchAll(/\n/g)].map(({ index }) => index);
  const damaged = [
    ...['', '\r', '*'].map((feed) => whole.replaceAll('\n', feed)),
    ...lineFeeds.map((at) => `${whole.slice(0, at)}*${whole.slice(at + 1)}`),
  ];
  for (const text of damaged) {
    await writeFile(file, text);
    const unlisted: string[] = [];
    await createFileStore({ folder }).list(({ kind, error }) => unlisted.push(`${kind} ${error.message}`));
    expect(unlisted, text).toEqual([expect.stringMatching(/^damaged .*line \d/)]);
    await expect(read(), text).rejects.toThrow(JournalCorruptError);
    for (const mode of ['create', 'continue'] as const) {
      const writer = await createFileStore({ folder })
        .openWriter('r', mode)
        .catch(() => undefined);
      await writer?.close();
    }
    expect(await readFile(file, 'utf8')).toBe(text);
  }
});

test('damage in a renamed folder names the run in it', async () => {
  await write(header, fact(1), fact(2));
  await rename(join(folder, 'r'), join(folder, 'renamed'));
  const file = join(folder, 'renamed', JOURNAL_FILE);
  await writeFile(file, (await readFile(file, 'utf8')).replace('"n":1', '"n":7'));
  const origins: unknown[] = [];
  await createFileStore({ folder }).list(({ origin }) => origins.push(origin));
  expect(origins).toEqual(['r']);
});

test('a copied and a linked folder are listed by their own names, with the contents of the run that they hold', async () => {
  await write(header, fact(1));
  await cp(join(folder, 'r'), join(folder, 'r (copy)'), { recursive: true });
  await symlink(join(folder, 'r'), join(folder, 'linked'));
  await symlink(join(folder, 'nowhere'), join(folder, 'broken'));
  const store = createFileStore({ folder });
  const runs = await store.list();
  expect(runs.map(({ runId, header: { runId: origin } }) => [runId, origin])).toEqual([
    ['linked', 'r'],
    ['r', 'r'],
    ['r (copy)', 'r'],
  ]);
  expect(new Set(runs.map(({ contents }) => contents)).size).toBe(1);
  const writer = await store.openWriter('r (copy)', 'continue');
  writer.append(fact(2));
  await writer.close();
  expect(new Set((await store.list()).map(({ contents }) => contents)).size).toBe(2);
  expect(await read()).toEqual([header, fact(1)]);
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

test('a changed line is reported as changed, whatever it looks like now', async () => {
  await write(header, fact(1));
  const file = join(folder, 'r', JOURNAL_FILE);
  const text = await readFile(file, 'utf8');
  for (const [from, to] of [
    ['"step"', '"stfp"'],
    ['"n":1', '"n":2'],
    ['"said"', '7'],
  ] as const) {
    await writeFile(file, text.replace(from, to));
    await expect(read()).rejects.toThrow(/line 2: it was changed after it was written/);
  }
});
