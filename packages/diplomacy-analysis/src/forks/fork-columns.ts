import type { Column } from '@entente/studies/tables';

/** First phase of a fork. */
export const AT_COLUMN: Column = {
  key: 'at',
  title: 'at',
  meaning: 'First phase that the fork played itself.',
  unit: 'phase, as S1901M',
};

/** Edit of a fork. */
export const EDIT_COLUMN: Column = {
  key: 'edit',
  title: 'edit',
  meaning: 'Change that the fork was made with; control for none.',
  unit: 'text',
};

/** Power of a row. */
export const POWER_COLUMN: Column = { key: 'power', title: 'power', meaning: 'Power that the row is about.', unit: 'text' };

/** Number of forks of a row. */
export const FORKS_COLUMN: Column = {
  key: 'forks',
  title: 'forks',
  meaning: 'Number of forks that the row is about.',
  unit: 'forks',
  absent: 'the row is about the parent',
  align: 'right',
};
