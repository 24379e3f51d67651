import type { RunHeader } from '@entente/simulation-core/journal';
import { UsageError } from '../cli/console-error.js';
import { type ConsoleIo, hasColors } from '../cli/console-io.js';
import type { OptionValues, VerbCall } from '../cli/verb.js';
import { assertKind, findRun, type FoundRun, readHeader } from '../journals/find-run.js';
import type { RunKind } from '../journals/run-kind.js';
import { tellRecord } from '../journals/tell-record.js';
import { createStyle } from '../text/style.js';
import type { tellOptions } from './journal-options.js';
import { wrapText } from '../text/wrap-text.js';
import { outputWidth } from '../cli/output-width.js';
import { isPlayedOffline, OFFLINE_NOTE } from '../journals/offline-note.js';

/** Tells a run from its record; returns the exit code. */
export async function tellRun<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { words, io, options }: VerbCall<OptionValues<typeof tellOptions>>,
): Promise<number> {
  const found = await findRun(words[0]!, { cwd: io.cwd, runsDir: options.runsDir });
  const header = await readHeader(found.runId, found.store);
  assertKind(header, kind.kind);
  return tellFound(kind, { io, found, header });
}

/** Tells a run that was found. @throws UsageError for a kind of run without a story */
export async function tellFound<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { io, found: { runId, store }, header }: { readonly io: ConsoleIo; readonly found: FoundRun; readonly header: RunHeader },
): Promise<number> {
  if (kind.story === undefined) throw new UsageError(`Runs of this kind have no story; show ${runId} lists their calls.`);
  const style = createStyle(hasColors(io.stdout, io.env));
  const title = kind.story.isTitled ? '' : `${style.bold(kind.title(header))}  `;
  io.stdout.write(`${title}${runId}, seed ${header.seed}\n`);
  if (isPlayedOffline(kind, header)) io.stdout.write(`${style.yellow(wrapText(OFFLINE_NOTE, outputWidth(io.stdout)))}\n`);
  await tellRecord(kind.story, { io, header, entries: store.read(runId) });
  const summary = await store.summary(runId);
  if (summary?.status !== 'completed') io.stdout.write(`\n${style.yellow('The run has not ended; this is as far as it is.')}\n`);
  return 0;
}
