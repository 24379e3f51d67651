import type { Column } from './table.js';

/** The column that every table of single runs begins with. */
export const RUN_COLUMN: Column = {
  key: 'run',
  title: 'run',
  meaning: 'Name of the run; its journal lies in the folder of this name.',
  unit: 'text',
};
