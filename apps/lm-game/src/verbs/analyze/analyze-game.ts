import {
  applyAnalysisFact,
  type FinishedAnalysis,
  firstPhases,
  type GameMaterial,
  initialAnalysis,
  mapTexts,
  markdownReport,
  momentsFile,
  readGameMaterial,
} from '@entente/diplomacy-analysis';
import { ANALYSIS_KIND, analysisSpec } from '@entente/diplomacy-analysis/analyst';
import { analysisResponders } from '@entente/diplomacy-analysis/offline';
import { withoutKeysInWords } from '@entente/llm-clients/secrets';
import { ConsoleError, type ConsoleIo, explainError, type OptionValues, UsageError, type VerbCall } from '@entente/run-console';
import {
  type CarriedOut,
  carryOut,
  EXIT_CODES,
  findRun,
  listKnown,
  openSession,
  readHeader,
  type Session,
} from '@entente/run-console/session';
import { foldRun, type JournalStore } from '@entente/simulation-core';
import { printableJson, printableText } from '@entente/studies/tables';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { analysisKind, planAnalysis } from './analysis-kind.js';
import type { analyzeOptions } from './analyze-options.js';
import { terminalReport } from './terminal-report.js';

type AnalyzeOptions = OptionValues<typeof analyzeOptions>;

const GAME_KIND = 'diplomacy';

/** Analyses one game, or shows the analysis that is on record; returns the exit code. */
export async function analyzeGame({ words, io, options }: VerbCall<AnalyzeOptions>): Promise<number> {
  const { runId, store, folder } = await findRun(words[0] ?? '', {
    cwd: io.cwd,
    runsDir: options.runsDir,
    durability: options.durability,
  });
  const game = await readGame(runId, store, options.maxPhases);
  const maxConnections = options.maxConcurrent ?? options.maxConnections;
  const session = await openSession(io, {
    ...options,
    maxConnections,
    responders: analysisResponders,
    modelIds: [options.model],
  });
  try {
    const judge = session.models.describe(judgeId(session, options));
    const spec = analysisSpec(runId, game, judge);
    const plan = planAnalysis(game, spec, { session, known: (await listKnown(store, session)).runs, further: options.new });
    const carriedOut = await carryOut({
      io,
      kind: analysisKind(game),
      session,
      store,
      folder,
      plans: [plan],
      options: { ...options, json: false, concurrency: undefined },
    });
    const broken = [...carriedOut.failed, ...carriedOut.interrupted][0];
    if (broken !== undefined) return tellBroken(io, carriedOut, broken);

    const { header, state } = await foldRun({ initial: initialAnalysis, apply: applyAnalysisFact }, plan.runId, store);
    const before = carriedOut.completed[0]?.history === 'finished-before';
    const analysis: FinishedAnalysis = { runId: plan.runId, spec, game, state, at: header.at };
    io.stdout.write(terminalReport(analysis, { io, finishedBefore: before, costUsd: carriedOut.costUsd }));
    if (options.report !== undefined) await writeText(io, options.report, printableText(markdownReport(analysis)), '--report');
    if (options.json !== undefined) {
      await writeText(
        io,
        options.json,
        printableJson(`${JSON.stringify(mapTexts(momentsFile(analysis), withoutKeysInWords), null, 2)}\n`),
        '--json',
      );
    }
    return 0;
  } finally {
    session.close();
  }
}

async function readGame(runId: string, store: JournalStore, maxPhases: number | undefined): Promise<GameMaterial> {
  const { program, spec } = await readHeader(runId, store);
  if (program === ANALYSIS_KIND) {
    const { game = '' } = spec as { readonly game?: string };
    throw new UsageError(`${runId} is an analysis; name the game that it is about: analyze ${game}`);
  }
  if (program !== GAME_KIND)
    throw new ConsoleError(`${runId} is a run of another program (${program}); only games can be analysed.`);
  const game = await readGameMaterial(runId, store);
  if (game.phases.length === 0) throw new ConsoleError(`Nothing has been played in ${runId} yet; there is nothing to analyse.`);
  return maxPhases === undefined ? game : firstPhases(game, maxPhases);
}

function judgeId(session: Session, { model }: AnalyzeOptions): string {
  const id = model ?? session.config.model;
  if (id === undefined) {
    session.note(
      'No model is named, so the offline model judges, by rules of thumb; --model openai:gpt-4o-mini asks a real one.',
    );
  }
  return id ?? 'offline';
}

/** The record keeps the answers so far; the exit code tells the kind of stop. */
function tellBroken(io: ConsoleIo, { stoppedBy }: CarriedOut, broken: CarriedOut['failed'][number]): number {
  io.stderr.write(`${broken.status}  ${broken.runId}: ${explainError(broken.error)}\n`);
  io.stderr.write('What was judged so far is on record; the same command again goes on from there.\n');
  return stoppedBy === undefined ? 1 : EXIT_CODES[stoppedBy];
}

async function writeText(io: ConsoleIo, file: string, text: string, flag: string): Promise<void> {
  await writeFile(resolve(io.cwd, file), text).catch((cause: unknown) => {
    throw new ConsoleError(`The file cannot be written: ${explainError(cause).replace('--runs-dir', flag)}`, { cause });
  });
  io.stderr.write(`Written: ${file}\n`);
}
