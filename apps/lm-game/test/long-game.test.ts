import { parsePhase } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { type Asked, playOfflineGame } from './offline-game.js';

/** The year a prompt is asked in, by the board in it; for that of a consolidation there is none. */
const yearOf = ({ text }: Pick<Asked, 'text'>): number | undefined => {
  const [, year] = /^Phase [SFW](\d{4})[MRA]:/m.exec(text) ?? [];
  return year === undefined ? undefined : Number(year);
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a game to 1912', () => {
  it('asks only who is left, has prompts that stop growing, and a journal as long as its calls', async () => {
    const { state, asked, entries } = await playOfflineGame({ settings: { maxYear: 1912 }, seed: '1' });
    const lastYear = 1912;
    expect(parsePhase(state.history.at(-1)?.phase ?? '')?.year).toBe(lastYear);

    // Nobody who is out is asked anything, not even what to make of the phase that it fell in.
    const gone = ({ speaker, text }: Asked): boolean => new RegExp(`^${speaker}: eliminated\\.$`, 'm').test(text);
    expect(asked.some(({ text }) => /^[A-Z]+: eliminated\.$/m.test(text))).toBe(true);
    expect(asked.filter(gone)).toEqual([]);

    const inYears = (from: number, to: number): readonly Asked[] =>
      asked.filter((each) => (yearOf(each) ?? 0) >= from && (yearOf(each) ?? 0) <= to);
    const lengths = (of: readonly Asked[], name: string): readonly number[] =>
      of.filter((each) => each.name === name).map(({ text }) => text.length);
    // In the fourth year the first consolidation has replaced notes: from there on only the number of units changes a prompt's length.
    for (const name of ['write-messages', 'phase-diary', 'update-state']) {
      const early = lengths(inYears(1904, 1906), name);
      const late = lengths(inYears(lastYear - 2, lastYear), name);
      expect(mean(late), name).toBeLessThan(mean(early) * 1.5);
    }
    const consolidations = asked.filter(({ name }) => name === 'consolidate-diary').map(({ text }) => text.length);
    expect(Math.max(...consolidations.slice(-7))).toBeLessThan(Math.max(...consolidations.slice(7, 21)) * 1.3);

    const bytes = entries.map((entry) => JSON.stringify(entry).length);
    const perEntry = (from: number, to: number): number =>
      mean(bytes.slice(Math.floor(bytes.length * from), Math.floor(bytes.length * to)));
    expect(perEntry(0.75, 1)).toBeLessThan(perEntry(0.25, 0.5) * 1.5);
  });
});
