import type { RelationshipState } from '@entente/relationship';
import { countOf, type Row } from '@entente/studies/tables';
import { eventsInWords, eventsNotPlayed } from '../couple-runs/events-not-played.js';
import type { RunSpec } from '../couple-runs/run-spec.js';

/** Cells that no column shows, for the sentences beneath a table of results. */
export function remarkCells(settings: RunSpec['settings'], state: RelationshipState): Row {
  const lost = eventsNotPlayed(settings, state);
  const gaveWay = state.scenes.filter(({ opening }) => opening.insteadOf !== undefined).map(({ scene }) => scene);
  return {
    eventsNotPlayed: lost.length === 0 ? null : eventsInWords(lost),
    stepsGivenWay: gaveWay.length === 0 ? null : gaveWay.join(', '),
  };
}

interface RowOfRun {
  readonly runId: string;
  readonly row: Row;
}

/** Sentences on events that came to no scene, and on steps of an arc that gave way; none where there are neither. */
export function remarksOnRuns(runs: readonly RowOfRun[]): readonly string[] {
  const withEvents = runs.filter(({ row }) => (row['eventsNotPlayed'] ?? null) !== null);
  const withSteps = runs.filter(({ row }) => (row['stepsGivenWay'] ?? null) !== null);
  const steps = withSteps.reduce((sum, { row }) => sum + String(row['stepsGivenWay']).split(', ').length, 0);
  return [
    ...(withEvents.length === 0
      ? []
      : [`Ended before an event from outside: ${listed(withEvents, ({ row }) => String(row['eventsNotPlayed']))}.`]),
    ...(steps === 0
      ? []
      : [
          `${countOf(steps, 'step')} of an arc gave way to other scenes: ${listed(withSteps, ({ row }) => `scene ${String(row['stepsGivenWay'])}`)}; tell says why.`,
        ]),
  ];
}

/** Number of runs up to which all are named. */
const MOST_NAMED = 4;

function listed(runs: readonly RowOfRun[], what: (run: RowOfRun) => string): string {
  const named = runs
    .slice(0, MOST_NAMED)
    .map((run) => (runs.length === 1 ? `${run.runId}, ${what(run)}` : `${run.runId} (${what(run)})`));
  return `${named.join(', ')}${runs.length > MOST_NAMED ? ` and ${runs.length - MOST_NAMED} more` : ''}`;
}
