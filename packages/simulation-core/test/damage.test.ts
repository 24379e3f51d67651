import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  forkRun,
  type JournalCorruptError,
  type JournalEntry,
  readForkPoint,
  replayRun,
  resumeRun,
  startRun,
  type UnlistedRun,
} from '../src/index.js';
import { createFileStore, JOURNAL_FILE } from '../src/node/index.js';
import { description, entriesOf, settings } from './journal-copies.js';
import { toyModels, toyProgram } from './toy-program.js';

/** A finished run, and a finished fork of it with edits, whose journals are damaged in every way. */
const RUNS = ['whole', 'fork'] as const;

let folder: string;
let store: ReturnType<typeof createFileStore>;
const journals = new Map<string, Buffer>();
const entries = new Map<string, readonly JournalEntry[]>();
const fileOf = (runId: string): string => join(folder, runId, JOURNAL_FILE);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'damage-'));
  store = createFileStore({ folder, durability: 'process' });
  const options = { ...settings, store };
  await startRun(toyProgram(toyModels('salt')), { ...options, runId: 'whole', description });
  await forkRun('whole', {
    ...options,
    at: 'round-2',
    runId: 'fork',
    facts: [{ type: 'mood-set', mood: 'edited' }],
    replies: { 'round-2/mood#0': 'put in' },
  });
  await resumeRun(toyProgram(toyModels('other')), 'fork', options);
  for (const runId of RUNS) {
    journals.set(runId, await readFile(fileOf(runId)));
    entries.set(runId, await entriesOf(store, runId));
  }
});
afterAll(() => rm(folder, { recursive: true }));

/** Facts and answers: all that a reader may believe of a run. */
const believed = (all: readonly JournalEntry[]): readonly JournalEntry[] =>
  all.filter(({ type }) => ['fact-recorded', 'answer-recorded', 'embeddings-recorded', 'part-recorded'].includes(type));

const linesOf = (bytes: Buffer): string[] => bytes.toString('utf8').split('\n').slice(0, -1);

/** Damages a journal, reads it, and puts it back. The damage is named at its line, or everything is as it was. */
async function expectNamed(runId: string, damaged: Buffer, line: number): Promise<void> {
  await writeFile(fileOf(runId), damaged);
  try {
    const read = await entriesOf(store, runId).catch((error: unknown) => error as JournalCorruptError);
    if (read instanceof Error) expect(read).toMatchObject({ name: 'JournalCorruptError', runId, line });
    else expect(believed(read)).toEqual(believed(entries.get(runId)!));
  } finally {
    await writeFile(fileOf(runId), journals.get(runId)!);
  }
}

test.each(RUNS)('any bit that flips in the journal of a %s run is named at its line, or harmless', async (runId) => {
  const bytes = journals.get(runId)!;
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 1 << bit;
      await expectNamed(runId, damaged, bytes.subarray(0, at).toString('latin1').split('\n').length);
    }),
    { numRuns: 150 },
  );
});

test.each(RUNS)('every bit of the header of a %s run is checked', async (runId) => {
  const bytes = journals.get(runId)!;
  const end = bytes.indexOf(0x0a);
  for (let at = 0; at < end; at++) {
    const damaged = Buffer.from(bytes.subarray(0, end + 1));
    damaged[at]! ^= 1 << (at % 8);
    await writeFile(fileOf(runId), damaged);
    await expect(entriesOf(store, runId), `byte ${at}`).rejects.toMatchObject({ name: 'JournalCorruptError', line: 1 });
  }
  await writeFile(fileOf(runId), bytes);
});

const line = fc.nat(10_000);
/** Checks of facts are over facts alone: a line lost before some of them is told by the next other line. */
const isFact = (text: string): boolean => text.startsWith('{"type":"fact-recorded"');
const nextOther = (lines: readonly string[], from: number): number =>
  lines.findIndex((text, index) => index >= from && !isFact(text));
const DAMAGES: Readonly<Record<string, (lines: string[], a: number, b: number) => number>> = {
  lost: (lines, a) => {
    const [gone] = lines.splice(a, 1);
    return isFact(gone!) ? a + 1 : nextOther(lines, a) + 1;
  },
  doubled: (lines, a) => {
    lines.splice(a, 0, lines[a]!);
    return a + 2;
  },
  swapped: (lines, a, b) => {
    [lines[a], lines[b]] = [lines[b]!, lines[a]!];
    const first = Math.min(a, b);
    const between = lines.slice(first + 1, Math.max(a, b));
    // A journal that begins with a fact lacks its header, whatever its checks are.
    return first > 0 && isFact(lines[first]!) && !isFact(lines[Math.max(a, b)]!) && !between.some(isFact)
      ? nextOther(lines, first) + 1
      : first + 1;
  },
  'put in from elsewhere in it': (lines, a, b) => {
    const next = lines.slice(a).find(isFact);
    const isNextFact = a > 0 && next !== undefined && lines[b] === next;
    lines.splice(a, 0, lines[b]!);
    // The fact that is due is right by its own check wherever it stands among other lines; the line behind it is not.
    return a + (isNextFact || (b !== a - 1 && lines[a] === lines[a + 1]) ? 2 : 1);
  },
};

test.each(RUNS.flatMap((runId) => Object.keys(DAMAGES).map((kind) => ({ runId, kind }))))(
  'any line of a $runId run that is $kind is named, or harmless',
  async ({ runId, kind }) => {
    const bytes = journals.get(runId)!;
    await fc.assert(
      fc.asyncProperty(line, line, async (first, second) => {
        const lines = linesOf(bytes);
        const at = DAMAGES[kind]!(lines, first % lines.length, second % lines.length);
        await expectNamed(runId, Buffer.from(lines.map((each) => `${each}\n`).join('')), at);
      }),
      { numRuns: 60 },
    );
  },
);

test('without checks, too, a header, a text, an order of steps that cannot be is named; the checks of lines do not stand alone', async () => {
  const plain = linesOf(journals.get('whole')!).map((each) => each.replace(/,"c":"[0-9a-f]{8}"\}$/, '}'));
  const first = (type: string): number => plain.findIndex((each) => each.startsWith(`{"type":"${type}"`));
  const last = (type: string): number => plain.findLastIndex((each) => each.startsWith(`{"type":"${type}"`));
  const changed = (at: number, from: string | RegExp, to: string): readonly string[] =>
    plain.with(at, plain[at]!.replace(from, to));
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [changed(0, '"seed":"seed"', '"seed":"2"'), 1, /identity/],
    [changed(0, '"test":true', '"test":false'), 1, /identity/],
    [changed(first('part-recorded'), 'mood', 'mode'), first('part-recorded') + 1, /hash/],
    [plain.toSpliced(first('part-recorded'), 1), first('answer-recorded'), /not on record/],
    [changed(first('fact-recorded'), '"draw":0.', '"draw":1.'), first('step-ended') + 1, /not those that were recorded/],
    [plain.toSpliced(first('fact-recorded'), 1), first('step-ended'), /facts should stand/],
    [
      plain.toSpliced(first('answer-recorded'), 0, plain[first('answer-recorded')]!),
      first('answer-recorded') + 2,
      /answered twice/,
    ],
    [plain.toSpliced(last('step-started'), 1), last('step-ended'), /no step is open/],
    [plain.toSpliced(first('step-ended') + 1, 0, plain[first('step-started')]!), first('step-ended') + 2, /second time/],
    [
      changed(first('embeddings-recorded'), /"vector":"[^"]*"/, '"vector":"AADAfw=="'),
      first('embeddings-recorded') + 1,
      /finite/,
    ],
    [
      changed(first('embeddings-recorded'), /"vector":"[^"]*"/, '"vector":"AAAAAAAAAAA="'),
      first('embeddings-recorded') + 1,
      /length/,
    ],
    [[...plain, plain.at(-2)!], plain.length + 1, /behind the end/],
  ];
  for (const [index, [lines, at, problem]] of cases.entries()) {
    await writeFile(fileOf('whole'), lines.map((each) => `${each}\n`).join(''));
    const error = await entriesOf(store, 'whole').catch((thrown: unknown) => thrown);
    expect(error, `case ${index}`).toMatchObject({ line: at, problem: expect.stringMatching(problem) as string });
  }
  await writeFile(fileOf('whole'), journals.get('whole')!);
});

test('the advice works: a fork at the step of a damaged line keeps what is sound before it and plays on to the end', async () => {
  const lines = linesOf(journals.get('whole')!);
  const at = lines.findIndex((each) => each.startsWith('{"type":"fact-recorded","v":1,"step":"round-2"'));
  await writeFile(fileOf('whole'), `${lines.with(at, lines[at]!.replace('"texts":["', '"texts":["x')).join('\n')}\n`);
  const program = toyProgram(toyModels('salt'));
  const told = `line ${at + 1} (round-2)`;
  await expect(replayRun(program, 'whole', store)).rejects.toThrow(told);
  await expect(resumeRun(program, 'whole', { ...settings, store })).rejects.toThrow(told);
  const error = await forkRun('whole', { ...settings, store, at: 'round-3' }).catch(
    (thrown: unknown) => thrown as JournalCorruptError,
  );
  expect(error).toMatchObject({ line: at + 1, step: 'round-2' });
  const step = (error as JournalCorruptError).step!;
  expect((await readForkPoint('whole', store, step)).damage?.line).toBe(at + 1);
  const fork = await forkRun('whole', { ...settings, store, at: step });
  const outcome = await resumeRun(program, fork, { ...settings, store });
  expect(outcome.status).toBe('completed');
  await writeFile(fileOf('whole'), journals.get('whole')!);
});

test('damage hides no other run from the list', async () => {
  await writeFile(fileOf('whole'), journals.get('whole')!.subarray(journals.get('whole')!.indexOf(0x0a) + 1));
  const unlisted: UnlistedRun[] = [];
  expect((await store.list((run) => unlisted.push(run))).map(({ runId }) => runId)).toContain('fork');
  expect(unlisted.map(({ runId, error }) => `${runId}: ${error.message}`)).toEqual([
    expect.stringMatching(
      /^whole: .*header of the run is lost .* with 74 answers on record below it; restore the file from a copy/,
    ),
  ]);
  await writeFile(fileOf('whole'), journals.get('whole')!);
});

test('equal runs have equal lines of facts, checks and all', async () => {
  await startRun(toyProgram(toyModels('salt')), { ...settings, store, runId: 'again', description });
  const facts = (bytes: Buffer): string[] => linesOf(bytes).filter(isFact);
  expect(facts(await readFile(fileOf('again')))).toEqual(facts(journals.get('whole')!));
});
