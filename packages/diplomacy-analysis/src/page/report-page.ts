import { renderMap } from '@entente/diplomacy-rules';
import { cellText, type Column, countOf, type Row, type Table } from '@entente/studies/tables';
import type { ReportedGame } from '../games/reported-game.js';
import { centersCurves } from '../tables/centers-table.js';
import { centersChart } from './centers-chart.js';
import { element, escapeText } from './markup.js';

/** Contents of a page. */
export interface ReportPage {
  readonly title: string;
  readonly games: readonly ReportedGame[];
  readonly tables: readonly Table[];
  /** Prominent sentences at the top, such as the label of the offline model. */
  readonly labels: readonly string[];
}

/** Maximum number of boards on a page. */
const MOST_BOARDS = 6;

/** Formats a report as one HTML page without script, font or network. The same input gives the same text. */
export function reportPage({ title, games, tables, labels }: ReportPage): string {
  const boards = games.slice(0, MOST_BOARDS);
  const chart = centersChart(centersCurves(games), {
    title: games.length === 1 ? 'Centres by year' : `Centres by year, means over ${games.length} games`,
    subtitle: labels[0],
  });
  const first = games.length === 1 ? ['results', 'standings'] : ['results', 'leaderboard'];
  const isFirst = ({ name }: Table): boolean => first.includes(name);
  return `<!doctype html>\n${element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
      element('title', {}, escapeText(title)),
      element('style', {}, STYLE),
    ),
    element(
      'body',
      {},
      element('h1', {}, escapeText(title)),
      ...labels.map((label) => element('p', { class: 'label' }, escapeText(label))),
      ...tables.filter(isFirst).map(section),
      element('section', {}, element('figure', {}, chart)),
      element(
        'section',
        {},
        element('h2', {}, boards.length === 1 ? 'The board' : 'The boards'),
        element(
          'div',
          { class: boards.length > 1 ? 'boards' : 'board' },
          ...boards.map((game) =>
            element('figure', {}, renderMap(game.state.position, games.length > 1 ? { title: game.runId } : {})),
          ),
        ),
        games.length > boards.length
          ? element('p', { class: 'note' }, `${countOf(games.length - boards.length, 'more board')} left out.`)
          : '',
      ),
      ...tables.filter((table) => !isFirst(table)).map(section),
    ),
  )}\n`;
}

const STYLE = `
body{font:15px/1.5 'Helvetica Neue',Helvetica,Arial,sans-serif;color:#2f3437;background:#fdfcf8;max-width:1080px;margin:2.5rem auto;padding:0 1.25rem}
h1{font-size:1.75rem;margin:0 0 .75rem;overflow-wrap:anywhere}h2{font-size:1.2rem;margin:2.25rem 0 .5rem}
.label{border-left:4px solid #a3201b;padding:.35rem .75rem;margin:.4rem 0;background:#f6efe2}
.note{color:#6d6c66;font-size:.875rem;max-width:70ch;margin:.5rem 0}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.25rem .9rem .25rem 0;text-align:left;white-space:nowrap}th{border-bottom:1px solid #8d8674;font-weight:600}
td{border-bottom:1px solid #ece8dc}.right{text-align:right}
.boards{display:grid;grid-template-columns:repeat(auto-fit,minmax(430px,1fr));gap:0 1.25rem}figure{margin:1.25rem 0}figure svg{max-width:100%;height:auto;display:block}
@media print{body{max-width:none;margin:0}section{break-inside:avoid}}
`;

function section({ title, columns, rows, note }: Table): string {
  return element(
    'section',
    {},
    element('h2', {}, escapeText(title)),
    rows.length === 0 ? '' : element('div', { class: 'scroll' }, htmlTable(columns, rows)),
    note === undefined ? '' : element('p', { class: 'note' }, escapeText(note)),
  );
}

function htmlTable(allColumns: readonly Column[], rows: readonly Row[]): string {
  const columns = allColumns.filter(({ forFilesOnly }) => forFilesOnly !== true);
  const side = ({ align }: Column): string | undefined => (align === 'right' ? 'right' : undefined);
  const cell = (column: Column, row: Row): string =>
    element('td', { class: side(column) }, escapeText(cellText(column, row[column.key], row)));
  return element(
    'table',
    {},
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...columns.map((column) => element('th', { class: side(column), scope: 'col' }, escapeText(column.title))),
      ),
    ),
    element('tbody', {}, ...rows.map((row) => element('tr', {}, ...columns.map((column) => cell(column, row))))),
  );
}
