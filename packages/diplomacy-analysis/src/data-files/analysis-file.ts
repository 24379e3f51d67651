import type { Row, WrittenTable } from '@entente/studies/tables';
import type { AnalyzedGame } from './analyzed-game.js';
import { gameAnalysis } from './game-analysis.js';
import { ordersData } from './orders-data.js';
import { phaseAnalysis } from './phase-analysis.js';
import { phaseData } from './phase-data.js';

const ROWS: Readonly<Record<AnalysisFormat, (game: AnalyzedGame) => readonly Row[]>> = {
  'game-analysis': gameAnalysis,
  'phase-analysis': phaseAnalysis,
  'orders-data': ordersData,
  'phase-data': phaseData,
};

/** Builds one data file of several games, for `formatCsv`. Its columns are those of its rows; an empty field is not on record. */
export function analysisFile(format: AnalysisFormat, games: readonly AnalyzedGame[]): WrittenTable & { readonly name: string } {
  const rows = games.flatMap((game) => ROWS[format](game));
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { name: format, columns: keys.map((key) => ({ key })), rows };
}

/** Data files of the predecessor's analysis, by the name under which `lm-game export --format` gives them. */
export const ANALYSIS_FORMATS = ['game-analysis', 'phase-analysis', 'orders-data', 'phase-data'] as const;
export type AnalysisFormat = (typeof ANALYSIS_FORMATS)[number];
