import { compareNaturally, mean } from '@entente/studies';
import { type Fields, textOf } from './report-table';

/** Means by seat: a row for each model or condition. */
export interface SeatMeans {
  readonly seats: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** Mean over games, and the number of games; null where nobody of the row had the seat. */
    readonly means: readonly ({ readonly mean: number; readonly games: number } | null)[];
  }[];
}

/**
 * Means of a value of the table `standings` by the seat of a power. A game without the value is left out.
 * @param nameOf name of the row that a standing counts in
 */
export function seatMeans(standings: readonly Fields[], value: string, nameOf: (standing: Fields) => string): SeatMeans {
  const seats = [...new Set(standings.map(({ power }) => textOf(power)))].sort(compareNaturally);
  const names = [...new Set(standings.map(nameOf))].sort(compareNaturally);
  return {
    seats,
    rows: names.map((name) => {
      const own = standings.filter((standing) => nameOf(standing) === name);
      const means = seats.map((seat) => {
        const values = own
          .filter(({ power }) => textOf(power) === seat)
          .map((standing) => standing[value])
          .filter((one) => typeof one === 'number');
        return values.length === 0 ? null : { mean: mean(values), games: values.length };
      });
      return { name, means };
    }),
  };
}
