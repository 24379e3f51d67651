import { formatCost, formatCount, formatDuration, progressBar } from '@entente/studies/tables';
import { displayWidth, truncate } from '../text/display-width.js';
import type { Style } from '../text/style.js';
import type { ProgressFigures } from './progress-tally.js';
import type { Surroundings } from './run-display.js';

/** A piece of a progress line; on a narrow terminal the highest `leftOut` goes first, and 0 never. */
interface Segment {
  readonly text: string;
  readonly leftOut: number;
}

/** Two lines: how the runs stand, and what the calls do. */
export function formatProgress(
  figures: ProgressFigures,
  connections: ReturnType<Surroundings['connections']>,
  { width, style }: { readonly width: number; readonly style: Style },
): readonly string[] {
  const { planned, done, failed, interrupted, inFlight } = figures;
  const runs = fit(
    [
      { text: style.cyan(progressBar(figures.share, Math.min(20, Math.max(8, Math.floor(width / 6))))), leftOut: 1 },
      { text: style.bold(`${done} of ${planned} done`), leftOut: 0 },
      { text: `${inFlight} in flight`, leftOut: 2 },
      { text: failed > 0 ? style.red(`${failed} failed`) : `${failed} failed`, leftOut: failed > 0 ? 0 : 4 },
      ...(interrupted > 0 ? [{ text: style.yellow(`${interrupted} interrupted`), leftOut: 0 }] : []),
      { text: figures.etaMs === undefined ? 'ETA –' : `ETA ${formatDuration(figures.etaMs)}`, leftOut: 1 },
    ],
    width,
  );
  const calls = fit(
    [
      { text: `${formatCount(figures.calls)} calls (${formatRate(figures.callsPerSecond)}/s)`, leftOut: 0 },
      { text: tokensOf(figures), leftOut: 2 },
      { text: costOf(figures), leftOut: 1 },
      ...(connections
        ? [
            { text: `${connections.inFlight} of ${connections.allowed} connections`, leftOut: 3 },
            {
              text: connections.rateLimited > 0 ? style.yellow(`${connections.rateLimited} × 429`) : 'no 429',
              leftOut: connections.rateLimited > 0 ? 0 : 4,
            },
          ]
        : []),
      { text: formatDuration(figures.elapsedMs), leftOut: 5 },
    ],
    width,
  );
  return [runs, style.dim(calls)];
}

/** The same as one plain line, for logs. */
export function formatProgressLine(figures: ProgressFigures, connections: ReturnType<Surroundings['connections']>): string {
  const { planned, done, failed, interrupted, inFlight, etaMs } = figures;
  const parts = [
    `${done} of ${planned} runs done`,
    `${inFlight} in flight`,
    `${failed} failed`,
    ...(interrupted > 0 ? [`${interrupted} interrupted`] : []),
    `${figures.calls} calls (${formatRate(figures.callsPerSecond)}/s)`,
    tokensOf(figures),
    costOf(figures),
    ...(connections ? [`${connections.allowed} connections`, `${connections.rateLimited} × 429`] : []),
    ...(etaMs === undefined || done === planned ? [] : [`ETA ${formatDuration(etaMs)}`]),
  ];
  return parts.join(', ');
}

const SEPARATOR = ' · ';

function fit(segments: readonly Segment[], width: number): string {
  let shown = segments;
  const join = (): string => shown.map(({ text }) => text).join(SEPARATOR);
  while (displayWidth(join()) > width) {
    const worst = Math.max(...shown.map(({ leftOut }) => leftOut));
    if (worst === 0) return truncate(join(), width);
    const index = shown.findLastIndex(({ leftOut }) => leftOut === worst);
    shown = shown.filter((_, position) => position !== index);
  }
  return join();
}

function formatRate(perSecond: number): string {
  return perSecond < 10 ? perSecond.toFixed(1) : String(Math.round(perSecond));
}

function tokensOf({ tokens, areTokensEstimated }: ProgressFigures): string {
  return `${areTokensEstimated ? '~' : ''}${formatCount(tokens)} tokens`;
}

function costOf({ costUsd, areTokensEstimated }: ProgressFigures): string {
  return `cost ${areTokensEstimated && costUsd ? '~' : ''}${formatCost(costUsd)}`;
}
