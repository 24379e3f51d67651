import { suggestName } from '@entente/studies/settings';
import { z } from 'zod';
import { scenariosOfStep } from '../candidates-of-arc.js';
import type { Arc, ArcStep, Scenario } from '../scenario.js';
import { arcSchema, stepSchema, type WrittenStep } from '../schemas/arc-schema.js';
import { checkItems, checkShape } from './check-shape.js';
import type { TurningPoint } from './library.js';
import { type Entry, gather, type Outcome, readOn } from './material-fault.js';

/** Scenarios and turning points that arcs refer to. */
interface Known {
  readonly scenarios: readonly Scenario[];
  readonly turningPoints: readonly TurningPoint[];
  /** Ids and names that stand in files, of entries with faults too. */
  readonly written: ReadonlySet<string>;
  /** Whether all files of scenarios were read without a fault; otherwise a step that nothing fits may be no fault. */
  readonly complete: boolean;
}

const fileArcSchema = arcSchema.extend({
  steps: z.array(z.unknown(), { error: 'write a list of steps' }).min(1, { error: 'write at least one step' }),
});

/** Checks entries of arcs against the scenarios there are. */
export function buildArcs(entries: readonly Entry[], known: Known): Outcome<Entry<Arc>> {
  return gather(entries, (entry) =>
    readOn(checkShape(fileArcSchema, entry), ({ value: { id, title = id, about, steps } }) => {
      const read = readOn(checkItems(stepSchema, entry, 'steps', steps), (step) => stepOf(step, known));
      return { values: [{ ...entry, value: { id, title, about, steps: read.values } }], faults: read.faults };
    }),
  );
}

function stepOf({ value, fault }: Entry<WrittenStep>, { scenarios, turningPoints, written, complete }: Known): Outcome<ArcStep> {
  const nothingIn = (step: ArcStep, key: string) =>
    complete && scenariosOfStep(scenarios, step).length === 0
      ? [fault([key], 'there is no scenario for this step: write one, or leave the step out')]
      : [];
  const { category, turningPoint, oneOf } = value;
  if (oneOf) {
    const ids = scenarios.map(({ id }) => id);
    const unknown = [...oneOf.entries()].filter(([, id]) => !ids.includes(id) && !written.has(id));
    const faults = unknown.map(([index, id]) => fault(['oneOf', index], `no scenario is called "${id}"; ${suggest(id, ids)}`));
    return { values: [{ oneOf }], faults };
  }
  if (turningPoint !== undefined) {
    const point = turningPoints.find(({ id, name }) => id === turningPoint || name === turningPoint);
    if (point) {
      const step = { turningPoint: point.name };
      return { values: [step], faults: nothingIn(step, 'turningPoint') };
    }
    const near = suggest(
      turningPoint,
      turningPoints.map(({ id }) => id),
    );
    const unknown = fault(['turningPoint'], `no turning point is called "${turningPoint}"; ${near}`);
    return { values: [], faults: written.has(turningPoint) ? [] : [unknown] };
  }
  return category === undefined
    ? { values: [], faults: [] }
    : { values: [{ category }], faults: nothingIn({ category }, 'category') };
}

/** The nearest name, or where to look: there may be hundreds. */
function suggest(written: string, known: readonly string[]): string {
  const suggestion = suggestName(written, known);
  return suggestion.startsWith('there are') && known.length > 20
    ? `there are ${known.length} of them, and no name is near`
    : suggestion;
}
