import type { FinishedRunsResult } from './finished-runs.js';
import type { ManyGamesResult } from './many-games.js';
import type { PeerEngine } from './peer-engines.js';
import type { CallCostResult, CouplesResult, DiplomacyResult, PromptRow, PromptsResult } from './scenario.js';
import { meanTokens, type Speed, timesOne } from './speed-to-hold.js';

const seconds = (ms: number): string => (ms / 1000).toFixed(2);

/** A Markdown table, padded so that it reads well in a terminal too. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line), ''].join('\n');
}

export function coupleTable(
  rows: readonly { readonly name: string; readonly latency: string; readonly result: CouplesResult }[],
): string {
  return table(
    [
      'couples',
      'latency',
      'wall s',
      'longest chain s',
      'wall / chain',
      'wall / one',
      'scenes',
      'levels',
      'one at a time s',
      'calls',
      'calls/s',
      'CPU ms/call',
      'MB/run',
      'loop p99 ms',
      'failed',
    ],
    rows.map(({ name, latency, result }) => [
      name,
      latency,
      seconds(result.wallMs),
      seconds(result.criticalPathMs),
      (result.wallMs / result.criticalPathMs).toFixed(2),
      timesOne({ latency, result }, rows)?.toFixed(2) ?? '',
      result.scenes.toFixed(1),
      String(result.levels),
      seconds(result.sequentialMs * result.couples),
      String(result.calls),
      (result.calls / (result.wallMs / 1000)).toFixed(0),
      (result.cpuMs / result.calls).toFixed(2),
      result.memoryMbPerRun.toFixed(2),
      result.loopDelayP99Ms.toFixed(1),
      String(result.failed),
    ]),
  );
}

/** Per package and phase: the calls done one after another, beside what of them the longest chain waits for. */
export function promptTable(rows: readonly PromptRow[]): string {
  const sorted = [...rows].sort((a, b) => a.package.localeCompare(b.package) || b.sequentialMs - a.sequentialMs);
  const total = (value: (row: PromptRow) => number): number => rows.reduce((sum, row) => sum + value(row), 0);
  const cells = (row: PromptRow): string[] => [
    row.package,
    row.prompt,
    row.calls.toFixed(0),
    seconds(row.sequentialMs),
    seconds(row.onCriticalPathMs),
    row.sequentialMs > 0 ? `${Math.round(100 * (1 - row.onCriticalPathMs / row.sequentialMs))} %` : '-',
  ];
  return table(
    ['package', 'phase', 'calls', 'one at a time s', 'concurrent s', 'saved'],
    [
      ...sorted.map(cells),
      cells({
        package: 'overall',
        prompt: '',
        calls: total((row) => row.calls),
        sequentialMs: total((row) => row.sequentialMs),
        onCriticalPathMs: total((row) => row.onCriticalPathMs),
      }),
    ],
  );
}

/** Sizes of prompts, what they share with those before them, and tokens of a scene from the first to the last. */
export function readersTable({ scenes, calls, tokensByScene, largest, readers }: PromptsResult): string {
  const share = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  const read = table(
    ['prompts of', 'calls', 'tokens/call', 'largest', 'same beginning in scene', 'in run', 'cache reads'],
    readers.map(({ reader, calls: asked, tokensPerCall, largestTokens, sameWithinScene, sameAsBefore, cacheReads }) => [
      reader,
      String(asked),
      count(tokensPerCall),
      count(largestTokens),
      share(sameWithinScene),
      share(sameAsBefore),
      share(cacheReads),
    ]),
  );
  const tens = Array.from({ length: Math.ceil(scenes / 10) }, (_, ten) => tokensByScene.slice(10 * ten, 10 * ten + 10));
  const ends = `input tokens a scene, by tens: ${tens.map((ten) => count(meanTokens(ten))).join(', ')}; at most ${count(Math.max(...tokensByScene))}`;
  return `${scenes} scenes of one couple, ${calls} calls\n\n${read}\n${ends}; largest prompt: ${largest.prompt}, ${count(largest.tokens)} tokens\n`;
}

/** Figures that were measured, beside what each may be at most. */
export function speedTable(speeds: readonly Speed[]): string {
  return table(
    ['speed to hold', 'measured', 'at most', ''],
    speeds.map(({ name, measured, atMost }) => [
      name,
      measured.toFixed(measured < 10 ? 2 : 0),
      String(atMost),
      measured <= atMost ? 'held' : 'missed',
    ]),
  );
}

export function callCostTable(cost: CallCostResult): string {
  const share = (ms: number): string[] => [ms.toFixed(3), `${Math.round((100 * ms) / cost.syncedMs)} %`];
  return table(
    ['CPU a call', 'ms', 'share'],
    [
      ['vendor SDK alone (bare loop)', ...share(cost.bareSdkMs)],
      ['our client above it', ...share(cost.clientMs - cost.bareSdkMs)],
      ['prompts, agents, scopes and journal in memory above that', ...share(cost.journalMs - cost.clientMs)],
      ['journal on disk, every answer synced, above that', ...share(cost.syncedMs - cost.journalMs)],
      ['all together', ...share(cost.syncedMs)],
      ['above the bare loop', ...share(cost.syncedMs - cost.bareSdkMs)],
    ],
  );
}

/** Our engine, measured here, above others as they were measured elsewhere. */
export function diplomacyTable(result: DiplomacyResult, peers: readonly PeerEngine[]): string {
  const count = (value: number | undefined): string => (value === undefined ? '-' : Math.round(value).toLocaleString('en'));
  return table(
    ['one core', 'adjudications/s', 'legal orders/s', 'measured'],
    [
      ['diplomacy-rules', count(result.adjudicationsPerSecond), count(result.legalOrdersPerSecond), 'here'],
      ...peers.map((peer) => [peer.name, count(peer.adjudicationsPerSecond), count(peer.legalOrdersPerSecond), 'elsewhere']),
    ],
  );
}

/** One game of Diplomacy alone beside the same game among many. */
export function gamesTable(result: ManyGamesResult): string {
  const { games, failed, aloneMs, amongManyMs, aloneOverChain, amongManyOverChain, calls, cpuMsPerCall, memoryMbPerGame } =
    result;
  return table(
    ['games of Diplomacy', 'game s', 'as fast', 'wall / chain', 'calls', 'CPU ms/call', 'MB/game', 'failed'],
    [
      ['one alone', seconds(aloneMs), '', aloneOverChain.toFixed(3), '', '', '', ''],
      [
        `the same, with ${games - 1} others`,
        seconds(amongManyMs),
        `${((100 * aloneMs) / amongManyMs).toFixed(1)} %`,
        amongManyOverChain.toFixed(3),
        String(calls),
        cpuMsPerCall.toFixed(2),
        memoryMbPerGame.toFixed(2),
        String(failed),
      ],
    ],
  );
}

/** Batches in which every run had ended before: the whole command, from start to end. */
export function finishedTable(rows: readonly { readonly name: string; readonly result: FinishedRunsResult }[]): string {
  return table(
    ['the same batch again', 'wall s', 'CPU s', 'CPU ms/run', 'peak MB'],
    rows.map(({ name, result: { runs, wallMs, cpuMs, peakMb } }) => [
      name,
      seconds(wallMs),
      seconds(cpuMs),
      (cpuMs / runs).toFixed(2),
      peakMb.toFixed(0),
    ]),
  );
}
