import { setTimeout as wait } from 'node:timers/promises';
import type { JournalEntry } from '@entente/simulation-core/journal';
import { createFileStore } from '@entente/simulation-core/node';
import { checkRecord, type RecordReport } from './check-record.js';
import { type Command, startCommand } from './command.js';
import type { ServerProcess } from './server-process.js';

export interface Play {
  readonly title: string;
  /** The application's command. */
  readonly file: string;
  /** Verb and options, without the model. */
  readonly args: readonly string[];
  readonly modelOption: '--model' | '--models';
  /** After how many replies each side is killed. */
  readonly killServerAfter: number;
  readonly killClientAfter: number;
}

const MOST_TRIES = 4;
const POLL_MS = 25;

/**
 * Plays a run from its command line, kills the server in the middle and starts it again, kills the client and gives the same command
 * again until the run has ended, replays it, and holds the record against the engine's log.
 * @throws Error where a run does not come to the point at which it is to be killed
 */
export async function playAndKill(play: Play, server: ServerProcess, folder: string): Promise<RecordReport> {
  const { file, modelOption, args } = play;
  const before = server.log.length;
  const replies = (): number => server.log.length - before;
  const command = [...args, modelOption, `llamacpp:tiny@${server.baseUrl}`, '--runs-dir', folder, '--quiet'];

  const first = startCommand(file, command, folder);
  await until(() => replies() >= play.killServerAfter, first);
  await server.kill();
  await server.start();
  await until(() => replies() >= play.killClientAfter, first);
  first.child.kill('SIGKILL');
  const { signal } = await first.ended;

  const complaints = signal === 'SIGKILL' ? [] : ['the client had ended before it was killed'];
  const onRecord = (await readJournal(folder)).entries.filter(({ type }) => type === 'answer-recorded').length;
  if (onRecord === 0) complaints.push('nothing was on record when the client was killed');
  let last = await startCommand(file, command, folder).ended;
  for (let tries = 1; last.code !== 0 && tries < MOST_TRIES; tries++) last = await startCommand(file, command, folder).ended;
  if (last.code !== 0) complaints.push(`the run does not end: ${last.output.trim()}`);

  const { runId, entries } = await readJournal(folder);
  const replayed = await startCommand(file, ['replay', runId, '--runs-dir', folder], folder).ended;
  if (replayed.code !== 0) complaints.push(`the replay differs: ${replayed.output.trim()}`);
  const report = checkRecord(entries, server.log.slice(before));
  return { ...report, complaints: [...complaints, ...report.complaints] };
}

async function until(reached: () => boolean, { ended }: Command): Promise<void> {
  const state: { output?: string } = {};
  void ended.then(({ output }) => (state.output = output));
  while (!reached()) {
    if (state.output !== undefined) throw new Error(`the run ended before it could be killed: ${state.output.trim()}`);
    await wait(POLL_MS);
  }
}

async function readJournal(folder: string): Promise<{ readonly runId: string; readonly entries: readonly JournalEntry[] }> {
  const store = createFileStore({ folder });
  const runs = await store.list();
  const [run] = runs;
  if (!run || runs.length > 1) throw new Error(`${runs.length} runs are on record in ${folder}, in the place of one`);
  const entries: JournalEntry[] = [];
  for await (const entry of store.read(run.runId)) entries.push(entry);
  return { runId: run.runId, entries };
}
