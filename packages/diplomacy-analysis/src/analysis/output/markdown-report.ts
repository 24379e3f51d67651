import { POWERS } from '@entente/diplomacy-rules';
import { formatModelSpec } from '@entente/llm-clients/contract';
import { cellText } from '@entente/studies/tables';
import type { Moment } from '../moments/moment.js';
import type { JudgedPromise } from '../promises/press-promise.js';
import {
  droppedOf,
  type FinishedAnalysis,
  invalidMovesByModel,
  modelOf,
  momentsOf,
  offlineLabels,
  promisesOf,
} from './finished-analysis.js';
import { CATEGORY_TITLES, countByCategory, momentLines, scoreDistribution } from './moments-in-words.js';
import { promiseTables } from './promise-tables.js';
import { whatIsMissing } from './what-is-missing.js';

const MOMENTS_A_CATEGORY = 5;
const PROMISES_SHOWN = 10;

/** Formats the analysis as a page of Markdown. */
export function markdownReport(analysis: FinishedAnalysis): string {
  const { spec, state, at } = analysis;
  const moments = momentsOf(analysis);
  const parts = [
    `# Analysis of ${spec.game}`,
    `${spec.phases[0] ?? ''} to ${spec.phases.at(-1) ?? ''}, judged by ${formatModelSpec(spec.judge)} on ${new Date(at).toISOString().slice(0, 10)}.`,
    ...offlineLabels(analysis).map((label) => `> ${label}`),
    state.story === null ? '*The story of the game is missing.*' : escaped(state.story),
    '## Who played',
    POWERS.map((power) => `- ${power}: ${escaped(modelOf(analysis, power))}`).join('\n'),
    '## Moments',
    tableOf(
      ['category', 'moments', 'of high interest'],
      countByCategory(moments).map(({ category, count, high }) => [CATEGORY_TITLES[category], count, high]),
    ),
    tableOf(
      ['interest', 'moments'],
      Object.entries(scoreDistribution(moments)).map(([key, count]) => [key.replace('-', ' to '), count]),
    ),
    ...countByCategory(moments).flatMap(({ category }) => {
      const own = moments
        .filter((moment) => moment.category === category)
        .toSorted((a, b) => b.interest - a.interest)
        .slice(0, MOMENTS_A_CATEGORY);
      return own.length === 0 ? [] : [`### ${CATEGORY_TITLES[category]}`, ...own.map(momentPart)];
    }),
    '## Promises',
    ...promiseTables(analysis).flatMap(({ title, columns, rows, note }) => [
      `### ${title}`,
      tableOf(
        columns.map((column) => column.title),
        rows.map((row) => columns.map((column) => cellText(column, row[column.key], row))),
      ),
      ...(note === undefined ? [] : [note]),
    ]),
    ...brokenPart(promisesOf(analysis)),
    '## Orders that were not valid at first, by model',
    tableOf(['model', 'orders'], Object.entries(invalidMovesByModel(analysis))),
    ...missingPart(analysis),
  ];
  return `${parts.join('\n\n')}\n`;
}

function momentPart(moment: Moment): string {
  const { phase, powers, interest, evidence } = moment;
  return [
    `**${phase}, ${powers.join(', ')}** (${interest}/10)`,
    ...momentLines(moment).map((line) => `- ${escaped(line)}`),
    ...evidence.map(({ quote, where }) => `- > ${escaped(quote)}\n  > (${where})`),
  ].join('\n');
}

/** Lists broken promises, deliberate ones first. */
function brokenPart(promises: readonly JudgedPromise[]): readonly string[] {
  const broken = promises.filter(({ verdict }) => verdict === 'broken');
  const ranked = broken.toSorted((a, b) => Number(b.intention === 'deliberate') - Number(a.intention === 'deliberate'));
  if (ranked.length === 0) return [];
  const lines = ranked.slice(0, PROMISES_SHOWN).map((promise) => {
    const { phase, promiser, promisee, text, quote, explanation, intention, evidence, judgedBy } = promise;
    const diary = evidence !== null && intention !== 'unknown' ? ` Diary: "${escaped(evidence)}".` : '';
    const by = judgedBy === 'model' ? ' (judged by the model)' : '';
    return `- ${phase}, ${promiser} to ${promisee === 'GLOBAL' ? 'all' : promisee}: ${escaped(text)} "${escaped(quote)}" ${escaped(explanation)}${by} Intention: ${intention}.${diary}`;
  });
  const more = ranked.length > PROMISES_SHOWN ? [`- and ${ranked.length - PROMISES_SHOWN} more`] : [];
  return ['### Broken', [...lines, ...more].join('\n')];
}

function missingPart(analysis: FinishedAnalysis): readonly string[] {
  const sentences = whatIsMissing(analysis);
  if (sentences.length === 0) return [];
  const examples = droppedOf(analysis)
    .slice(0, PROMISES_SHOWN)
    .map(({ what, reason, text }) => `- ${what}, ${reason}: ${escaped(text)}`);
  return ['## What is not in here', ...sentences, ...(examples.length === 0 ? [] : [examples.join('\n')])];
}

function tableOf(titles: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Escapes words of players and models, so that they form no heading, table or link. */
const escaped = (text: string): string => (text === '---' ? text : text.replaceAll(/[\\`*_{}[\]<>#|]/g, String.raw`\$&`));
