import { greedyBot } from '@entente/diplomacy-rules';
import { createMemoryStore, replayRun } from '@entente/simulation-core';
import type { JournalEntry } from '@entente/simulation-core/journal';
import { createFileStore } from '@entente/simulation-core/node';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileGameProgram, playFileGame } from '../testing/file-game.js';
import { verifyGame } from './verify-game.js';
import { ARTEFACTS, writeArtefacts } from './write-artefacts.js';
import { writeAtomically } from './write-atomically.js';

const KEY = 'sk-planted-0123456789abcdef';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lm-game-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const textsIn = async (place: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await Promise.all(ARTEFACTS.map(async (name) => [name, await readFile(join(place, name), 'utf8')] as const)),
  );

async function storeOf(entries: readonly JournalEntry[]) {
  const store = createMemoryStore();
  const writer = await store.openWriter('game', 'create');
  entries.forEach((entry) => writer.append(entry));
  await writer.close();
  return store;
}

describe('the files of a run', () => {
  it('stand beside its journal, and are the same whenever they are written', async () => {
    const store = createFileStore({ folder });
    await playFileGame({ store, bot: greedyBot });
    const place = join(folder, 'game');
    await writeArtefacts({ store, runId: 'game', folder: place });
    const first = await textsIn(place);
    expect((await readdir(place)).sort()).toEqual([...ARTEFACTS, 'journal.jsonl'].sort());

    await replayRun(fileGameProgram(undefined, greedyBot), 'game', store);
    await writeArtefacts({ store, runId: 'game', folder: place });
    expect(await textsIn(place)).toEqual(first);
  });

  it('can be chosen', async () => {
    const { store } = await playFileGame({ settings: { maxYear: 1901 } });
    await writeArtefacts({ store, runId: 'game', folder, options: { files: ['lmvsgame.json'] } });
    expect(await readdir(folder)).toEqual(['lmvsgame.json']);
  });

  it('contain no key, whether it came with a model, a refusal or an error', async () => {
    const { entries } = await playFileGame({ settings: { maxYear: 1901 } });
    const failure: JournalEntry = {
      type: 'call-failed',
      v: 1,
      path: 'S1901M/orders/FRANCE#0',
      kind: 'authentication',
      message: `Incorrect API key provided: ${KEY}`,
      model: { provider: 'toy', modelId: `parrot#${KEY}` },
      attempts: [{ outcome: 'rejected', latencyMs: 1, message: KEY }],
      at: 0,
    };
    const interrupted: JournalEntry = {
      type: 'run-interrupted',
      v: 1,
      reason: 'error',
      message: `Authorization: Bearer ${KEY}`,
      totals: { calls: 0, failedAttempts: 0, usage: {}, sequentialMs: 0 },
      at: 0,
    };
    const planted = JSON.parse(
      JSON.stringify(entries.slice(0, -1))
        .replaceAll(
          '"modelId":"cockatoo","baseUrl":null',
          `"modelId":"cockatoo#${KEY}","baseUrl":"http://me:${KEY}@localhost/v1"`,
        )
        .replaceAll('"modelId":"parrot"', `"modelId":"parrot#${KEY}"`)
        .replaceAll('declined to answer', `declined to answer ${KEY}`)
        .replaceAll('Live on.', `Live on. ${KEY}`),
    ) as readonly JournalEntry[];
    expect(JSON.stringify(planted).split(KEY).length).toBeGreaterThan(20);
    const store = await storeOf([...planted, failure, interrupted]);
    await writeArtefacts({ store, runId: 'game', folder, options: { diariesInSave: true } });
    for (const [name, text] of Object.entries(await textsIn(folder))) expect(text, name).not.toContain('planted');
    expect(await readFile(join(folder, 'overview.jsonl'), 'utf8')).toContain('toy:cockatoo');
  });

  it('are written whole or not at all', async () => {
    const file = join(folder, 'file.txt');
    await writeFile(file, 'old');
    const torn = async function* (): AsyncGenerator<string> {
      yield 'new'.repeat(100_000);
      expect(await readFile(file, 'utf8')).toBe('old');
      throw new Error('the journal is torn');
    };
    await expect(writeAtomically(file, torn())).rejects.toThrow('the journal is torn');
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['file.txt']);

    await Promise.all(['a', 'b'].map((text) => writeAtomically(file, [text])));
    expect(await readFile(file, 'utf8')).toMatch(/^[ab]$/);
    expect(await readdir(folder)).toEqual(['file.txt']);
  });
});

describe('a game that is judged again', () => {
  const written = async (): Promise<string> => {
    const store = createFileStore({ folder });
    await playFileGame({ store, bot: greedyBot, settings: { maxYear: 1901 } });
    await writeArtefacts({ store, runId: 'game', folder: join(folder, 'game') });
    return join(folder, 'game');
  };
  const changed = async (place: string, from: string | RegExp, to: string): Promise<void> => {
    const text = await readFile(place, 'utf8');
    expect(text).toMatch(from);
    await writeFile(place, text.replace(from, to));
  };

  it('is sound when untouched, as a folder, a saved game or a journal', async () => {
    const place = await written();
    const save = join(place, 'lmvsgame.json');
    for (const each of [place, save, join(place, 'journal.jsonl')]) {
      const verified = await verifyGame(each);
      expect(verified).toMatchObject({ id: 'game', relationships: 'state_agents', mismatches: [] });
      expect(verified.sources).toHaveLength(2);
      expect(verified.phases).toBeGreaterThan(2);
    }
    await rm(save);
    expect(await verifyGame(place)).toMatchObject({ mismatches: [], relationships: null });
  });

  it('is unsound when a unit stands where no order led it', async () => {
    const place = await written();
    await changed(join(place, 'lmvsgame.json'), '"A MUN"', '"A RUH"');
    const { mismatches } = await verifyGame(place);
    expect(mismatches.map(({ what }) => what)).toContain('units of GERMANY');
    expect(mismatches.map(({ what }) => what)).toContain('units in the journal');
  });

  it('is unsound when the saved game differs from the journal', async () => {
    const place = await written();
    await changed(join(place, 'lmvsgame.json'), 'Peace, ', 'War, ');
    expect((await verifyGame(place)).mismatches.map(({ what }) => what)).toEqual(['messages in the journal']);
  });

  it('is unsound when a line of the journal was changed', async () => {
    const place = await written();
    await changed(join(place, 'journal.jsonl'), /("type":"phase-resolved".*?"next":.*?)"A MUN"/, '$1"A RUH"');
    await expect(verifyGame(place)).rejects.toThrow(/^journal of game, line \d+ \(S1901M\): it was changed/);
  });

  it('is unsound when a position of a journal without checks does not follow from the one before', async () => {
    const place = await written();
    const journal = join(place, 'journal.jsonl');
    await rm(join(place, 'lmvsgame.json'));
    const checked = await readFile(journal, 'utf8');
    await writeFile(journal, checked.replaceAll(/,"(c":"[0-9a-f]{8}"|facts":\{"count":\d+,"checksum":"\w+"\})(?=[,}])/g, ''));
    await changed(journal, /("type":"phase-resolved".*?"next":.*?)"A MUN"/, '$1"A RUH"');
    expect((await verifyGame(place)).mismatches.map(({ what }) => what)).toContain('next position on record');
  });

  it('may be older than its journal', async () => {
    const store = createFileStore({ folder });
    const { entries } = await playFileGame({ store, bot: greedyBot });
    const half = await storeOf(entries.slice(0, Math.floor(entries.length / 2)));
    await writeArtefacts({ store: half, runId: 'game', folder: join(folder, 'game') });
    expect((await verifyGame(join(folder, 'game'))).mismatches).toEqual([]);
  });

  it('may be one of the predecessor, in its former form too', async () => {
    const place = await written();
    const save = join(place, 'lmvsgame.json');
    const game = JSON.parse(await readFile(save, 'utf8')) as { phases: Record<string, unknown>[] };
    for (const phase of game.phases) {
      delete phase['state_agents'];
      phase['agent_relationships'] = { FRANCE: { ENGLAND: 'Ally' } };
    }
    const former = join(folder, 'former.json');
    await writeFile(former, JSON.stringify(game));
    expect(await verifyGame(former)).toMatchObject({ relationships: 'agent_relationships', mismatches: [], sources: [former] });
  });

  it('is reported in one line where it is missing or cannot be read', async () => {
    await expect(verifyGame(join(folder, 'nowhere'))).rejects.toThrow(/^There is no game at .*nowhere; name a saved game/);
    await expect(verifyGame(folder)).rejects.toThrow(/^There is no game at /);
    const file = join(folder, 'broken.json');
    for (const text of ['{', '{"id": 3}']) {
      await writeFile(file, text);
      await expect(verifyGame(file)).rejects.toThrow(/broken\.json cannot be read as a saved game: /);
    }
  });
});
