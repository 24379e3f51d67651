import type { Clock } from '@entente/llm-clients';
import type { BatchedRun, JournalEntry } from '@entente/simulation-core';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import type { TextOutput } from '../cli/console-io.js';
import { outputWidth } from '../cli/output-width.js';
import type { LiveLine } from '../journals/run-kind.js';
import { truncate } from '../text/display-width.js';
import { ownSequence } from '../text/own-sequence.js';
import type { Style } from '../text/style.js';
import { formatProgress } from './format-progress.js';
import { ProgressTally } from './progress-tally.js';
import type { PlannedDisplay, RunDisplay, Surroundings } from './run-display.js';

export interface LiveDisplayOptions {
  readonly output: TextOutput;
  readonly style: Style;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  readonly plannedSteps: (blueprint: RunBlueprint) => number;
  readonly liveLine?: ((blueprint: RunBlueprint) => LiveLine) | undefined;
}

const LINE_START = ownSequence('G');
const ERASE_REST = ownSequence('K');
const ERASE_BELOW = ownSequence('J');
const REDRAW_MS = 100;
const MOST_LINES = 16;
const WIDEST = 200;
const DEFAULT_ROWS = 24;

interface Watched {
  readonly line: LiveLine | undefined;
  state: 'waiting' | 'in-flight' | 'ended';
}

/**
 * Progress on a terminal: a line for each run under way, as far as they fit, and two lines of figures below; redrawn in
 * place, in one write, so that nothing flickers and nothing scrolls.
 */
export function createLiveDisplay(options: LiveDisplayOptions): RunDisplay {
  const { output, style, clock, surroundings, plannedSteps, liveLine } = options;
  const closed = new AbortController();
  const watched = new Map<string, Watched>();
  let tally = new ProgressTally([], surroundings);
  let drawnLines = 0;

  const toTop = (): string => (drawnLines > 1 ? `${LINE_START}${ownSequence(`${drawnLines - 1}A`)}` : LINE_START);
  const erase = (): string => (drawnLines === 0 ? '' : `${toTop()}${ERASE_BELOW}`);
  const lines = (): readonly string[] => {
    const width = Math.min(WIDEST, outputWidth(output)) - 1;
    const figures = formatProgress(tally.figures(), surroundings.connections(), { width, style });
    const room = Math.min(MOST_LINES, (output.rows ?? DEFAULT_ROWS) - figures.length - 2);
    return [...runLines(watched, room, width), ...figures];
  };
  const draw = (note = ''): void => {
    const block = lines();
    const before = note === '' ? toTop() : `${erase()}${note}\n`;
    // Each line erases the rest of the old one, so that the terminal never shows an empty block.
    output.write(`${before}${block.map((line) => `${line}${ERASE_REST}`).join('\n')}${ERASE_BELOW}`);
    drawnLines = block.length;
  };
  const tick = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(REDRAW_MS, closed.signal);
      draw();
    }
  };

  return {
    planned: (runs: readonly PlannedDisplay[]) => {
      tally = new ProgressTally(
        runs.map(({ runId, blueprint }) => ({ runId, steps: plannedSteps(blueprint) })),
        surroundings,
      );
      for (const { runId, blueprint } of runs) watched.set(runId, { line: liveLine?.(blueprint), state: 'waiting' });
      draw();
      tick().catch(() => {});
    },
    runStarted: (runId) => {
      tally.runStarted(runId);
      mark(watched, runId, 'in-flight');
    },
    entry: (runId: string, entry: JournalEntry) => {
      tally.entry(runId, entry);
      if (entry.type === 'fact-recorded') watched.get(runId)?.line?.onFact(entry.fact);
    },
    runEnded: (run: BatchedRun<unknown>) => {
      tally.runEnded(run);
      mark(watched, run.runId, run.history === 'finished-before' ? 'waiting' : 'ended');
    },
    note: (message) => draw(message),
    close: () => {
      closed.abort();
      output.write(erase());
      drawnLines = 0;
    },
  };
}

function mark(watched: ReadonlyMap<string, Watched>, runId: string, state: Watched['state']): void {
  const run = watched.get(runId);
  if (run) run.state = state;
}

/** Runs in flight first; what room is left shows the ones that ended last. In the order they were planned, so lines do not jump. */
function runLines(watched: ReadonlyMap<string, Watched>, room: number, width: number): readonly string[] {
  const withLine = [...watched.values()].filter(
    (run): run is Watched & { line: LiveLine } => run.line !== undefined && run.state !== 'waiting',
  );
  const inFlight = withLine.filter(({ state }) => state === 'in-flight').slice(0, Math.max(0, room));
  const left = Math.max(0, room - inFlight.length);
  const ended = left === 0 ? [] : withLine.filter(({ state }) => state === 'ended').slice(-left);
  const shown = new Set<Watched>([...inFlight, ...ended]);
  return withLine.filter((run) => shown.has(run)).map(({ line }) => truncate(line.text(width), width));
}
