import { useState } from 'preact/hooks';
import { formatCsv } from '@entente/studies/tables';
import type { PlainReport, PlainTable } from '@entente/studies/tables';
import { saveFile } from '../charts/save-file';
import { linkTo } from '../data/route';
import { countInWords, thingsInWords } from '../frame/quantities';
import { fieldsOf } from './report-table';

/** Longest table that is shown whole; the file has all of it. */
const MOST_ROWS = 300;

/** Every table of a report, closed until it is asked for, each with its data to take away. */
export function ReportTables({ report, study }: { readonly report: PlainReport; readonly study: string }) {
  return (
    <>
      {report.tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) => (
          <ReportTable key={table.name} table={table} study={study} />
        ))}
    </>
  );
}

function ReportTable({ table, study }: { readonly table: PlainTable; readonly study: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const save = (): void => saveFile(`${study}-${table.name}.csv`, 'text/csv', csvOf(table));
  return (
    <details class="report-table" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {table.title} <span class="quiet">{thingsInWords(table.rows.length, 'row')}</span>
      </summary>
      {isOpen && (
        <>
          <Shown table={table} />
          {table.note !== null && <p class="quiet note">{table.note}</p>}
          <p>
            {table.rows.length > MOST_ROWS &&
              `The first ${MOST_ROWS} of ${countInWords(table.rows.length)} rows; the file has all. `}
            <button type="button" onClick={save}>
              data (CSV)
            </button>
          </p>
        </>
      )}
    </details>
  );
}

function Shown({ table: { title, columns, rows } }: { readonly table: PlainTable }) {
  const shown = columns.map((column, at) => ({ ...column, at })).filter(({ isForFiles }) => !isForFiles);
  return (
    <div class="wide" tabIndex={0} role="group" aria-label={title}>
      <table class="figures">
        <thead>
          <tr>
            {shown.map(({ key, title: heading, align, meaning }) => (
              <th key={key} scope="col" class={align === 'right' ? 'number' : ''} title={meaning}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ values, texts }, row) => (
            <tr key={row}>
              {shown.map(({ key, align, at }) => (
                <td key={key} class={align === 'right' ? 'number' : ''}>
                  {key === 'run' ? <a href={linkTo(['run', String(values[at])])}>{texts[at]}</a> : texts[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function csvOf(table: PlainTable): string {
  return formatCsv({
    columns: table.columns.map(({ key, unit }) => ({ key, pictorial: unit === 'picture' })),
    rows: fieldsOf(table),
  });
}
