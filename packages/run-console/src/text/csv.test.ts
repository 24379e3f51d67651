import { describe, expect, it } from 'vitest';
import { formatCsv, formatJsonLines } from './csv.js';

const TABLE = {
  name: 'results',
  columns: [
    { key: 'who', title: 'Who' },
    { key: 'curve', title: 'curve', pictorial: true },
    { key: 'score', title: 'Score' },
  ],
  rows: [
    { who: 'Maya, "the first"', curve: '▃▅', score: 7.25 },
    { who: 'Jonas\nB', curve: '▃', score: null },
  ],
} as const;

describe('files for programs', () => {
  it('writes CSV with keys as titles, quotes where needed and nothing for what is missing', () => {
    expect(formatCsv(TABLE)).toBe('who,score\n"Maya, ""the first""",7.25\n"Jonas\nB",\n');
  });

  it('writes JSON Lines with the table named first and null for what is missing', () => {
    expect(formatJsonLines([TABLE])).toBe(
      '{"table":"results","who":"Maya, \\"the first\\"","score":7.25}\n{"table":"results","who":"Jonas\\nB","score":null}\n',
    );
  });
});
