import { colorOf } from '../charts/series';
import { countInWords } from '../frame/quantities';
import type { CrossCounts } from './cross-counts';

interface CrossTableProps {
  readonly title: string;
  /** Heading of the rows, such as `condition`. */
  readonly of: string;
  readonly counts: CrossCounts;
}

/** Counts as a table, with a bar of shares for each row. */
export function CrossTable({ title, of, counts: { columns, rows } }: CrossTableProps) {
  return (
    <div class="wide" tabIndex={0} role="group" aria-label={title}>
      <table class="figures">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col" class="number">
              runs
            </th>
            {columns.map((column, place) => (
              <th key={column} scope="col" class="number">
                <span
                  aria-hidden="true"
                  class={`swatch pattern-${place % 4}`}
                  style={{ color: `var(${colorOf(NO_SERIES, place)})` }}
                />
                {column}
              </th>
            ))}
            <th scope="col" class="shares">
              shares
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts, all }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{countInWords(all)}</td>
              {counts.map((count, place) => (
                <td key={columns[place]} class="number">
                  {countInWords(count)} <span class="quiet">{shareOf(count, all)}</span>
                </td>
              ))}
              <td class="shares">
                <span class="bar" aria-hidden="true">
                  {counts.map((count, place) => (
                    <span
                      key={columns[place]}
                      class={`pattern-${place % 4}`}
                      style={{ width: `${(count / all) * 100}%`, color: `var(${colorOf(NO_SERIES, place)})` }}
                    />
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const NO_SERIES = { name: '', points: [] };

const shareOf = (count: number, all: number): string => (all === 0 ? '' : `${Math.round((count / all) * 100)} %`);
