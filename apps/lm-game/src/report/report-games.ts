import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { GameFact, GameState } from '@entente/diplomacy-game';
import {
  ConsoleError,
  countOf,
  explainError,
  type OptionValues,
  type Table,
  UsageError,
  type VerbCall,
} from '@entente/run-console';
import {
  comparedSides,
  GROUPINGS,
  offlineRunsOf,
  readRuns,
  resultsTable,
  type RunKind,
  type SummarizedRun,
  timingTable,
  usageTable,
  writeReport,
} from '@entente/run-console/session';
import { gameComparison } from './comparison/game-comparison.js';
import { leaderboardTable, modelLeaderboard } from './comparison/model-leaderboard.js';
import { readForkEdit } from './forks/fork-edit.js';
import type { ForkedGame } from './forks/fork-future.js';
import { forkTables } from './forks/fork-tables.js';
import type { gameReportOptions } from './game-report-options.js';
import { gameTables } from './game-tables.js';
import { measurePhases, type PhaseMeasures } from './games/measure-phases.js';
import { centersChart } from './page/centers-chart.js';
import { reportPage } from './page/report-page.js';
import { centersCurves } from './tables/centers-table.js';
import { phasesTable } from './tables/phases-table.js';

type Call = VerbCall<OptionValues<typeof gameReportOptions>>;
type Kind = RunKind<GameState, GameFact>;
type Game = SummarizedRun<GameState> & { readonly phases: readonly PhaseMeasures[] };

/** What every page and picture of games that the offline model played has to say. */
export const OFFLINE_LABEL =
  'Played by the offline model: rules of thumb, not a language model. Nothing here says anything about people.';

/** Reports on games: what they came to, how two conditions compare, or what followed in forks. */
export async function reportGames(kind: Kind, call: Call): Promise<number> {
  const { io, options } = call;
  if (options.forks !== undefined) return reportForks(kind, call, options.forks);
  const compared = comparedSides(options.compare);
  const games: readonly Game[] = await readRuns(
    kind,
    { words: [...call.words, ...(compared?.runs ?? [])], io, options },
    async (entries, costOf) => ({
      phases: await measurePhases(entries, costOf),
    }),
  );
  const offlineRuns = offlineRunsOf(kind, games);
  const offline = offlineRuns.size > 0;
  const board = modelLeaderboard(games, offline);
  const tables: readonly Table[] =
    compared !== null
      ? gameComparison(games, compared.sides)
      : [
          resultsTable(kind, games),
          ...(games.length > 1 ? [leaderboardTable(board)] : []),
          ...gameTables(games),
          phasesTable(games.map(({ phases }) => phases)),
          timingTable(games),
          ...GROUPINGS.filter((grouping) => grouping !== 'step').map((grouping) => usageTable(games, grouping)),
        ];
  const labels = offline ? [OFFLINE_LABEL] : [];
  const title = games.length === 1 && games[0] ? games[0].runId : `${countOf(games.length, 'game')} of Diplomacy`;
  const curves = centersCurves(games);
  await writeFiles(io, {
    '--svg': {
      file: options.svg,
      text: () => centersChart(curves, { title: `Centres by year: ${title}`, ...(labels[0] && { subtitle: labels[0] }) }),
    },
    '--html': { file: options.html, text: () => reportPage({ title, games, tables, labels }) },
    '--leaderboard': { file: options.leaderboard, text: () => `${JSON.stringify(board, null, 2)}\n` },
  });
  return writeReport(call, { tables, runs: games.length, offlineRuns });
}

async function reportForks(kind: Kind, { io, options }: Call, run: string): Promise<number> {
  const other = (['compare', 'svg', 'leaderboard'] as const).find((name) => options[name] !== undefined);
  if (other !== undefined) throw new UsageError(`--forks makes a report of its own; leave out --${other}.`);
  const [parent] = await readRuns(kind, { words: [run], io, options });
  if (parent === undefined) throw new UsageError(`There is no run "${run}".`);
  const all = await readRuns(kind, { words: [], io, options }, async (entries) => ({
    edit: await readForkEdit(entries, parent.header.spec),
  }));
  const forks = all.flatMap((game): readonly ForkedGame[] =>
    game.edit !== null && game.header.forkedFrom?.runId === parent.runId ? [{ ...game, edit: game.edit }] : [],
  );
  const tables = forkTables(parent, forks);
  const games = [parent, ...forks];
  const offlineRuns = offlineRunsOf(kind, games);
  const page = { title: `Forks of ${parent.runId}`, games, tables, labels: offlineRuns.size > 0 ? [OFFLINE_LABEL] : [] };
  await writeFiles(io, { '--html': { file: options.html, text: () => reportPage(page) } });
  return writeReport({ io, options }, { tables, runs: forks.length, offlineRuns });
}

/** Writes those files that were asked for, and says so on stderr. @throws ConsoleError naming the option whose file cannot be written */
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
