import { fillWord } from '@entente/llm-clients/contract';

/** Words for a time; `{weeks}`, `{months}` and `{years}` are whole numbers. */
export type TimeWords = Readonly<Record<'time.days' | 'time.weeks' | 'time.months' | 'time.years', string>>;

export const WEEKS_PER_MONTH = 365.25 / 12 / 7;

/** A time in everyday words: in weeks below two months, in months below two years, in years from then on; undefined for no time at all. */
export function timeInWords(words: TimeWords, months: number | undefined): string | undefined {
  if (months === undefined || months <= 0) return undefined;
  const weeks = Math.round(months * WEEKS_PER_MONTH);
  if (weeks < 2) return words['time.days'];
  if (months < 2) return fillWord(words, 'time.weeks', { weeks });
  if (months < 24) return fillWord(words, 'time.months', { months: Math.round(months) });
  return fillWord(words, 'time.years', { years: Math.round(months / 12) });
}
