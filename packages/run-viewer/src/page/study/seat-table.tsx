import type { SeatMeans } from './seat-means';

interface SeatTableProps {
  readonly title: string;
  /** Heading of the rows, such as `model`. */
  readonly of: string;
  readonly means: SeatMeans;
}

/** Means by seat as a table, each with its number of games. */
export function SeatTable({ title, of, means: { seats, rows } }: SeatTableProps) {
  return (
    <div class="wide" tabIndex={0} role="group" aria-label={title}>
      <table class="figures">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {seats.map((seat) => (
              <th key={seat} scope="col" class="number">
                {seat}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, means }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {means.map((one, place) => (
                <td key={seats[place]} class="number">
                  {one === null ? '–' : one.mean.toFixed(1)} <span class="quiet">{one === null ? '' : `of ${one.games}`}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
