import {
  centersChart,
  centersCurves,
  type ForkedGame,
  forkTables,
  gameSettings,
  gameTables,
  leaderboardTable,
  measurePhases,
  modelLeaderboard,
  type PhaseMeasures,
  phasesTable,
  readForkEdit,
  reportPage,
  wholeSpec,
} from '@entente/diplomacy-analysis';
import type { GameFact, GameState } from '@entente/diplomacy-game';
import { ConsoleError, explainError, type OptionValues, UsageError, type VerbCall } from '@entente/run-console';
import {
  comparedSides,
  countLeftOut,
  describeConditions,
  describeSelection,
  distinctRuns,
  GROUPINGS,
  OFFLINE_NOTE,
  offlineRunsOf,
  readRuns,
  type Report,
  type ReportRequest,
  resultsTable,
  type RunKind,
  type RunsRead,
  type Selection,
  type SelectionRequest,
  selectionRequest,
  selectRuns,
  type SummarizedRun,
  timingTable,
  usageTable,
  withCopies,
  withOtherVersions,
  writeReport,
} from '@entente/run-console/session';
import { countOf, printableJson, printableText, type Table } from '@entente/studies/tables';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ComparedGame, gameComparison } from './game-comparison.js';
import type { gameReportOptions } from './game-report-options.js';

type Call = VerbCall<OptionValues<typeof gameReportOptions>>;
type Request = ReportRequest & { readonly options: Pick<Call['options'], 'include' | 'acrossVersions'> };
type Kind = RunKind<GameState, GameFact>;
type Game = SummarizedRun<GameState> & { readonly phases: readonly PhaseMeasures[] };

/** Reports on games: what they came to, how two conditions compare, or what followed in forks. */
export async function reportGames(kind: Kind, call: Call): Promise<number> {
  const { io, options } = call;
  if (options.forks !== undefined) return reportForks(kind, call, options.forks);
  const compared = comparedSides(options.compare);
  if (compared !== null) return reportComparison(kind, call, compared);
  const { report, games, together, pooled, board } = await standings(kind, call);
  const { tables, selection, remarks = [] } = report;
  const offline = report.offlineRuns.size > 0;
  const title = games.length === 1 && games[0] ? games[0].runId : `${countOf(together.runs.length, 'game')} of Diplomacy`;
  const curves = centersCurves(together.runs);
  const subtitle = offline ? { subtitle: OFFLINE_NOTE } : {};
  const about = selection === undefined ? {} : { selection, remarks };
  await writeFiles(io, {
    '--svg': {
      file: options.svg,
      text: () => printableText(centersChart(curves, { title: `Centres by year: ${title}`, ...subtitle })),
    },
    '--html': { file: options.html, text: () => printableText(pageOf({ title, games: pooled, tables, offline, ...about })) },
    '--leaderboard': { file: options.leaderboard, text: () => printableJson(`${JSON.stringify(board, null, 2)}\n`) },
  });
  return writeReport(call, report);
}

/** The report on what games came to, before it is written. */
export async function reportOnGames(kind: Kind, request: ReportRequest): Promise<Report> {
  const options = { ...request.options, include: undefined, acrossVersions: false };
  return (await standings(kind, { ...request, options })).report;
}

async function readGames(kind: Kind, request: ReportRequest): Promise<RunsRead<Game>> {
  return readRuns(kind, request, async (entries, costOf) => ({ phases: await measurePhases(entries, costOf) }));
}

/** The report on what games came to, and what its files are made from. */
async function standings(kind: Kind, request: Request) {
  const { words, options } = request;
  const { runs: games, copies, otherVersions, damaged } = await readGames(kind, request);
  const complete = (selection: Selection<ComparedGame>): Selection<ComparedGame> =>
    withOtherVersions(withCopies(selection, copies), otherVersions);
  const requestWith = (settingsOf: (game: ComparedGame) => string): SelectionRequest<ComparedGame> =>
    selectionRequest(options, { settingsOf, named: words.length > 0 });
  const offlineRuns = offlineRunsOf(kind, games);
  const together = complete(togetherOf(games, requestWith(wholeSpec)));
  const pooled = games.filter((game) => together.runs.includes(game));
  const ranked = complete(selectRuns<ComparedGame>(games, requestWith(gameSettings)));
  const board = modelLeaderboard({
    games: ranked.runs,
    study: ranked.study,
    leftOut: countLeftOut(ranked),
    offline: offlineRuns.size > 0,
  });
  const tables: readonly Table[] = [
    resultsTable(kind, games),
    ...(games.length > 1 ? [leaderboardTable(board)] : []),
    ...gameTables(games, together.runs),
    { ...phasesTable(pooled.map(({ phases }) => phases)), runs: pooled.length },
    timingTable(games),
    ...GROUPINGS.filter((grouping) => grouping !== 'step').map((grouping) => usageTable(games, grouping)),
  ];
  const conditions = describeConditions(together, 'game');
  const remarks = [
    ...(conditions === null ? [] : [conditions]),
    ...(ranked.runs.length === together.runs.length ? [] : [`Models are ranked over other runs: ${describeSelection(ranked)}`]),
  ];
  const about = games.length > 1 ? { selection: together, remarks } : {};
  const report: Report = { tables, runs: games.length, offlineRuns, damaged, ...about };
  return { report, games, together, pooled, board };
}

async function reportComparison(
  kind: Kind,
  call: Call,
  compared: NonNullable<ReturnType<typeof comparedSides>>,
): Promise<number> {
  const { io, options } = call;
  const words = [...call.words, ...compared.runs];
  const { runs: games, copies, otherVersions, damaged } = await readGames(kind, { words, io, options });
  const offlineRuns = offlineRunsOf(kind, games);
  const {
    tables,
    selection: selected,
    ...about
  } = gameComparison(
    games,
    compared.sides,
    selectionRequest(options, { settingsOf: gameSettings, named: words.length > 0 }),
    options.measures,
  );
  const selection = withOtherVersions(withCopies(selected, copies), otherVersions);
  const remarks = [`The sides differ in: ${about.differences.join('; ') || 'nothing but chance'}.`, ...about.remarks];
  const title = `${compared.sides[0]} against ${compared.sides[1]}`;
  const offline = offlineRuns.size > 0;
  const page = (): string => pageOf({ title, games: selection.runs, tables, offline, selection, remarks });
  await writeFiles(io, { '--html': { file: options.html, text: page } });
  return writeReport(call, { tables, runs: selection.runs.length, offlineRuns, damaged, selection, remarks });
}

/** The games that means are over: one game by itself is that one, even while it is played. */
function togetherOf(games: readonly Game[], request: SelectionRequest<ComparedGame>): Selection<ComparedGame> {
  const selection = selectRuns<ComparedGame>(games, request);
  return games.length === 1 ? { ...selection, runs: games, leftOut: new Map() } : selection;
}

interface Page extends Pick<Report, 'tables' | 'remarks'> {
  readonly offline: boolean;
  readonly title: string;
  readonly games: readonly ComparedGame[];
  readonly selection?: Selection<unknown>;
}

/** Formats the report as a page, with the same heading. */
function pageOf({ title, games, tables, offline, selection, remarks = [] }: Page): string {
  const about = selection === undefined ? [] : [describeSelection(selection)];
  return reportPage({ title, games, tables, labels: [...(offline ? [OFFLINE_NOTE] : []), ...about, ...remarks] });
}

async function reportForks(kind: Kind, { io, options }: Call, run: string): Promise<number> {
  const {
    runs: [parent],
  } = await readRuns(kind, { words: [run], io, options });
  if (parent === undefined) throw new UsageError(`There is no run "${run}".`);
  const { runs: all, damaged } = await readRuns(kind, { words: [], io, options }, async (entries) => ({
    edit: await readForkEdit(entries, parent.header.spec),
  }));
  const forks = distinctRuns(all).flatMap((game): readonly ForkedGame[] =>
    game.edit !== null && game.header.forkedFrom?.runId === parent.header.runId ? [{ ...game, edit: game.edit }] : [],
  );
  if (forks.length === 0)
    throw new UsageError(
      `${parent.runId} has no forks in this folder; make some: lm-game fork ${parent.runId} --at S1901M --times 4.`,
    );
  const tables = forkTables(parent, forks);
  const games = [parent, ...forks];
  const offlineRuns = offlineRunsOf(kind, games);
  const page = { title: `Forks of ${parent.runId}`, games, tables, labels: offlineRuns.size > 0 ? [OFFLINE_NOTE] : [] };
  await writeFiles(io, { '--html': { file: options.html, text: () => printableText(reportPage(page)) } });
  return writeReport({ io, options }, { tables, runs: forks.length, offlineRuns, damaged });
}

/** Writes the requested files, and names them on stderr. @throws ConsoleError naming the option whose file cannot be written */
async function writeFiles(
  io: Call['io'],
  files: Readonly<Record<string, { readonly file: string | undefined; readonly text: () => string }>>,
): Promise<void> {
  for (const [flag, { file, text }] of Object.entries(files)) {
    if (file === undefined) continue;
    await writeFile(resolve(io.cwd, file), text()).catch((cause: unknown) => {
      throw new ConsoleError(`${flag} ${file} cannot be written: ${explainError(cause).replace('--runs-dir', flag)}`, { cause });
    });
    io.stderr.write(`Wrote ${file}\n`);
  }
}
