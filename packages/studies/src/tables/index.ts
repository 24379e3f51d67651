/** Tables of runs, and the texts of their cells: for terminals, CSV and JSON Lines. */
export { cellText } from './cell-text.js';
export { CODEBOOK, codebookTable, OFFLINE_COLUMN } from './codebook.js';
export { type CsvOptions, formatCsv, formatJsonLines, type WrittenTable } from './csv.js';
export { ESTIMATE_NOTE, formatTokens, formatUsageCost, isEstimated, USAGE_ESTIMATED_COLUMN } from './estimated-usage.js';
export { FEW_NOTE, intervalCells, intervalColumns, REPORT_SEED } from './few-values.js';
export { formatPValue, inThree } from './figures.js';
export type { PlainReport, PlainTable } from './plain-report.js';
export { printableJson, printableText } from './printable-text.js';
export { countOf, formatCost, formatCount, formatDuration, NOTHING } from './quantity.js';
export { type Cell, type Column, type PrintedColumn, type Row, RUN_COLUMN, type Table } from './table.js';
export { progressBar, sparkline } from './sparkline.js';
export { toSpreadsheetCell } from './spreadsheet-cell.js';
