import {
  CATEGORY_TITLES,
  countByCategory,
  type FinishedAnalysis,
  HIGH_INTEREST,
  momentLines,
  momentsOf,
  offlineLabels,
  promisesOf,
  promiseTables,
  topMoments,
  whatIsMissing,
} from '@entente/diplomacy-analysis';
import { formatModelSpec } from '@entente/llm-clients/contract';
import { type ConsoleIo, createStyle, formatTable, hasColors, outputWidth, wrapText } from '@entente/run-console';
import { countOf, formatCost } from '@entente/studies/tables';

const MOMENTS_SHOWN = 5;

/** The analysis as it is shown in a terminal. */
export function terminalReport(
  analysis: FinishedAnalysis,
  command: { readonly io: ConsoleIo; readonly finishedBefore: boolean; readonly costUsd: number | null },
): string {
  const { io, finishedBefore, costUsd } = command;
  const width = outputWidth(io.stdout);
  const style = createStyle(hasColors(io.stdout, io.env));
  const wrap = (text: string, indent = ''): string => wrapText(text, width, indent);
  const { spec, state, runId } = analysis;
  const moments = momentsOf(analysis);

  const head = [
    style.bold(
      wrap(
        `Analysis of ${spec.game}: ${countOf(spec.phases.length, 'movement phase')}, judged by ${formatModelSpec(spec.judge)}`,
      ),
    ),
    ...offlineLabels(analysis).map((label) => style.yellow(wrap(label))),
  ];
  const story = state.story === null ? [] : state.story.split(/\n\s*\n/).flatMap((paragraph) => ['', wrap(paragraph)]);

  const counts = countByCategory(moments);
  const table = formatTable(
    [
      { key: 'kind', title: 'moments' },
      { key: 'count', title: 'how many', align: 'right' },
      { key: 'high', title: `of interest ${HIGH_INTEREST} and above`, align: 'right' },
    ],
    counts.map(({ category, count, high }) => ({ kind: CATEGORY_TITLES[category], count, high })),
    { width, style },
  );
  const shown = topMoments(state.judged, MOMENTS_SHOWN).flatMap((moment) => [
    '',
    style.bold(`${moment.interest}/10  ${moment.phase}  ${moment.category}  ${moment.powers.join(', ')}`),
    ...momentLines(moment).map((line) => wrap(line, '  ')),
    ...moment.evidence.map(({ quote, where }) => style.dim(wrap(`"${quote}" (${where})`, '    '))),
  ]);

  const hasPromises = promisesOf(analysis).length > 0;
  const promises = hasPromises
    ? promiseTables(analysis).flatMap(({ title, columns, rows, note }) => [
        '',
        style.bold(style.cyan(title)),
        formatTable(columns, rows, { width, style }),
        ...(note === undefined ? [] : [style.dim(wrap(note))]),
      ])
    : ['', 'No promise was found.'];

  const tail = [
    ...whatIsMissing(analysis).map((sentence) => wrap(sentence)),
    ...(finishedBefore ? ['It was on record already; nobody was asked (--new judges once more).'] : []),
    ...(costUsd === 0
      ? []
      : [`This command cost ${costUsd === null ? 'an unknown sum: a price is missing' : formatCost(costUsd)}.`]),
    `On record as ${runId}`,
  ];
  return `${[...head, ...story, '', table, ...shown, ...promises, '', ...tail].join('\n')}\n`;
}
