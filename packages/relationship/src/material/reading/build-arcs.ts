import { suggestName } from '@entente/studies/settings';
import { scenariosOfStep } from '../candidates-of-arc.js';
import type { Arc, ArcStep, Scenario } from '../scenario.js';
import { arcSchema, type WrittenArc } from '../schemas/arc-schema.js';
import { checkShape } from './check-shape.js';
import type { TurningPoint } from './library.js';
import { type Entry, gather, type MaterialFault, type Outcome, partOf } from './material-fault.js';

/** Scenarios and turning points that arcs refer to. */
interface Known {
  readonly scenarios: readonly Scenario[];
  readonly turningPoints: readonly TurningPoint[];
}

/** Checks entries of arcs against the scenarios there are. */
export function buildArcs(entries: readonly Entry[], known: Known): Outcome<Entry<Arc>> {
  return gather(entries, (entry) => {
    const { values, faults } = checkShape(arcSchema, entry);
    const built = gather(values, (checked) => arcOf(checked, known));
    return { values: built.values, faults: [...faults, ...built.faults] };
  });
}

function arcOf(entry: Entry<WrittenArc>, known: Known): Outcome<Entry<Arc>> {
  const { id, title = id, about, steps } = entry.value;
  const read = gather([...steps.entries()], ([index, step]) => stepOf(partOf(entry, ['steps', index], step), known));
  return { values: [{ ...entry, value: { id, title, about, steps: read.values } }], faults: read.faults };
}

function stepOf({ value, fault }: Entry<WrittenArc['steps'][number]>, { scenarios, turningPoints }: Known): Outcome<ArcStep> {
  const { category, turningPoint, oneOf } = value;
  if (oneOf) {
    const ids = scenarios.map(({ id }) => id);
    const unknown = [...oneOf.entries()].filter(([, id]) => !ids.includes(id));
    const faults = unknown.map(([index, id]) => fault(['oneOf', index], `no scenario is called "${id}"; ${suggest(id, ids)}`));
    return { values: [{ oneOf }], faults };
  }
  if (turningPoint !== undefined) {
    const point = turningPoints.find(({ id, name }) => id === turningPoint || name === turningPoint);
    const ids = turningPoints.map(({ id }) => id);
    if (!point)
      return {
        values: [],
        faults: [fault(['turningPoint'], `no turning point is called "${turningPoint}"; ${suggest(turningPoint, ids)}`)],
      };
    const step = { turningPoint: point.name };
    return { values: [step], faults: nothingIn(step, scenarios, (message) => fault(['turningPoint'], message)) };
  }
  if (category === undefined) return { values: [], faults: [] };
  return { values: [{ category }], faults: nothingIn({ category }, scenarios, (message) => fault(['category'], message)) };
}

function nothingIn(
  step: ArcStep,
  scenarios: readonly Scenario[],
  fault: (message: string) => MaterialFault,
): readonly MaterialFault[] {
  return scenariosOfStep(scenarios, step).length > 0
    ? []
    : [fault('there is no scenario for this step: write one, or leave the step out')];
}

/** The nearest name, or where to look: there may be hundreds. */
function suggest(written: string, known: readonly string[]): string {
  const suggestion = suggestName(written, known);
  return suggestion.startsWith('there are') && known.length > 20
    ? `there are ${known.length} of them, and no name is near`
    : suggestion;
}
