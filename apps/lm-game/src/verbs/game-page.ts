import type { PageProgram } from '@entente/run-console';
import { serveViewer } from '@entente/run-viewer';
import { reportOnGames } from '../report/report-games.js';
import type { GameKind } from '../runs/plan-games.js';

/** The page, with the report on games. */
export function gamePage(kind: GameKind): PageProgram {
  return { serve: serveViewer, program: kind.kind, report: async (request) => reportOnGames(kind, request) };
}
