import { existsSync } from 'node:fs';
import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '@entente/viewer-check/command-line';

/** Journals to look at, made once and kept for the next time. */
export interface MadeJournals {
  /** Folder of 10,000 runs. */
  readonly manyRuns: string;
  /** Folder with one game. */
  readonly games: string;
  /** Name and size of each game, in bytes. */
  readonly sizes: readonly { readonly runId: string; readonly bytes: number }[];
}

const RUNS = 10_000;
/** Games by their last year and rounds of messages, which decide the size: about 30 MB and 130 MB. */
const GAMES = [
  { name: 'game-30', years: 1914, rounds: 38 },
  { name: 'game-130', years: 1914, rounds: 255 },
] as const;

/** Makes what is not there yet in a folder of the system's temporary ones. @param say told what takes long */
export async function madeJournals(say: (text: string) => void): Promise<MadeJournals> {
  const folder = join(tmpdir(), 'entente-bench-viewer');
  const [manyRuns, games] = [join(folder, 'runs'), join(folder, 'games')];
  await mkdir(games, { recursive: true });
  if (!existsSync(manyRuns)) {
    say(`making ${RUNS.toLocaleString('en')} runs ...`);
    await makeManyRuns(folder, manyRuns);
  }
  for (const { name, years, rounds } of GAMES) {
    if (existsSync(join(games, name))) continue;
    say(`playing ${name} ...`);
    await playGame(join(games, name), { years, rounds });
  }
  const sizes = await Promise.all(
    GAMES.map(async ({ name }) => ({ runId: name, bytes: (await stat(join(games, name, 'journal.jsonl'))).size })),
  );
  return { manyRuns, games, sizes };
}

/** Links a batch of short runs under ten thousand names; no two of a name share a journal's place, and the disk holds few. */
async function makeManyRuns(folder: string, manyRuns: string): Promise<void> {
  const [played, half] = [join(folder, 'played'), `${manyRuns}.half`];
  for (const old of [played, half]) await rm(old, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await run('relationship-sim', folder, ['batch', '--pairs', 'all', '--seeds', '4', '--scenes', '1', ...offlineInto(played)]);
  const names = await readdir(played);
  for (let number = 0; number < RUNS; number++) {
    const own = join(half, `${names[number % names.length]}-${number}`);
    await mkdir(own);
    await link(join(played, names[number % names.length] ?? '', 'journal.jsonl'), join(own, 'journal.jsonl'));
  }
  await rename(half, manyRuns);
}

async function playGame(place: string, { years, rounds }: { readonly years: number; readonly rounds: number }): Promise<void> {
  const half = `${place}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  const length = ['--max-year', String(years), '--num-negotiation-rounds', String(rounds)];
  await run('lm-game', half, ['play', '--models', 'offline', ...length, ...offlineInto(half)]);
  const [runId = ''] = await readdir(half);
  await rename(join(half, runId), place);
  await rm(half, { recursive: true, force: true });
}

const offlineInto = (folder: string): readonly string[] => [
  ...['--latency', '0', '--durability', 'process', '-q', '--runs-dir', folder],
];
