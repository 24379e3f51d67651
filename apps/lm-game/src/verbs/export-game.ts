import {
  analysisFile,
  exportSavedGame,
  type GameRecord,
  readAnalyzedGame,
  readGameRecord,
  toGameSave,
  toGeneralLog,
  toManifesto,
  toOverview,
  toResponsesCsv,
} from '@entente/diplomacy-analysis';
import { writeSavedGame } from '@entente/diplomacy-rules';
import { ConsoleError, type OptionValues, type VerbCall } from '@entente/run-console';
import { assertKind, findRun, pricesOfRun, readConfig, readHeader, runsDirOf } from '@entente/run-console/session';
import type { JournalEntry } from '@entente/simulation-core';
import { formatCsv, printableJson } from '@entente/studies/tables';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { nameForCommands } from '../runs/keep-game-files.js';
import type { exportOptions } from './export-options.js';
import { packageWarnings } from './package-warnings.js';

type Call = VerbCall<OptionValues<typeof exportOptions>>;

/** Exports a game in a format that other programs read. */
export async function exportGame({ words, io, options }: Call): Promise<number> {
  const { runId, store, folder } = await findRun(words[0] ?? '', { cwd: io.cwd, runsDir: options.runsDir });
  const header = await readHeader(runId, store);
  assertKind(header, 'diplomacy');
  const costOf = pricesOfRun(readConfig(io, options.config), header);
  const record = await readGameRecord(runId, store.read(runId));
  // The Python package loads a game a line.
  const savedGame = (game: GameRecord): string => {
    const saved = exportSavedGame(game);
    for (const line of packageWarnings(saved, game)) io.stderr.write(`${line}\n`);
    return printableJson(`${writeSavedGame(saved, options.indent ? { indent: 2 } : {})}\n`);
  };
  const text = await (async (): Promise<string> => {
    switch (options.format) {
      case 'saved-game':
        return savedGame(record);
      case 'lmvsgame':
        return printableJson(toGameSave(record, { diariesInSave: options.diariesInSave === true }));
      case 'overview':
        return printableJson(toOverview(record));
      case 'manifesto':
        return toManifesto(record, { named: nameForCommands(runId, runsDirOf(io.cwd, folder)) });
      case 'responses':
        return joined(toResponsesCsv(store.read(runId), record, { costOf, raw: options.raw }));
      case 'log':
        return joined(toGeneralLog(store.read(runId), record));
      case 'game-analysis':
      case 'phase-analysis':
      case 'orders-data':
      case 'phase-data':
        return formatCsv(
          analysisFile(options.format, [await readAnalyzedGame(runId, await entriesOf(store.read(runId)), { costOf })]),
          { raw: options.raw },
        );
      default:
        options.format satisfies never;
        throw new Error(`There is no form ${String(options.format)}.`);
    }
  })();
  if (options.out === undefined) io.stdout.write(text);
  else {
    await writeFile(resolve(io.cwd, options.out), text).catch((cause: unknown) => {
      throw new ConsoleError(`${options.out ?? ''} cannot be written; name another file with --out.`, { cause });
    });
    io.stderr.write(`${runId} as ${options.format} in ${options.out}\n`);
  }
  return 0;
}

async function entriesOf(entries: AsyncIterable<JournalEntry>): Promise<readonly JournalEntry[]> {
  const all: JournalEntry[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}

async function joined(texts: AsyncIterable<string> | Iterable<string>): Promise<string> {
  const all: string[] = [];
  for await (const text of texts) all.push(text);
  return all.join('');
}
