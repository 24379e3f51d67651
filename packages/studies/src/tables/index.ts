/** Tables of runs, and the texts of their cells: for terminals, CSV and JSON Lines. */
export { cellText } from './cell-text.js';
export { CODEBOOK, codebookTable, OFFLINE_COLUMN } from './codebook.js';
export { type CsvOptions, formatCsv, formatJsonLines, type WrittenTable } from './csv.js';
export { ESTIMATE_NOTE, formatTokens, formatUsageCost, isEstimated, USAGE_ESTIMATED_COLUMN } from './estimated-usage.js';
export { FEW_COLUMN, FEW_NOTE, intervalCells } from './few-values.js';
export { inThree } from './in-three.js';
export { formatPValue } from './p-value.js';
export { printableJson, printableText } from './printable-text.js';
export { countOf, formatCost, formatCount, formatDuration, NOTHING } from './quantity.js';
export { REPORT_SEED } from './report-seed.js';
export { RUN_COLUMN } from './run-column.js';
export { progressBar, sparkline } from './sparkline.js';
export { fromSpreadsheetCell, toSpreadsheetCell } from './spreadsheet-cell.js';
export type { Cell, Column, PrintedColumn, Row, Table } from './table.js';
