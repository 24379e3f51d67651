import { placeholdersOf } from '@entente/llm-clients/contract';
import { suggestName } from '@entente/studies/settings';
import { z } from 'zod';
import { type ChangeableFact, CHANGEABLE_FACTS, type CoupleChange } from '../../state/couple-facts.js';
import type { Conditions, Scenario } from '../scenario.js';
import {
  bareTurningPointSchema,
  nestedScenarioSchema,
  scenarioSchema,
  scenariosSchema,
  turningPointSchema,
  turningPointsSchema,
  type WrittenScenario,
} from '../schemas/scenario-schema.js';
import { checkItems, checkShape } from './check-shape.js';
import type { TurningPoint } from './library.js';
import { type Entry, gather, type MaterialFault, one, type Outcome, readOn } from './material-fault.js';
import { contradictionsIn, mergeConditions, USUAL_STAGES } from './merge-conditions.js';
import { writtenIds } from './written-ids.js';

/** A scenario as written, with the id or name of its turning point. */
type Placed = Entry<WrittenScenario & { readonly turningPoint: string; readonly series?: string | undefined }>;

/** Turning points and scenarios that were read, each with its place. */
export interface ScenariosRead {
  readonly turningPoints: readonly Entry<TurningPoint>[];
  readonly scenarios: readonly Entry<Scenario>[];
  readonly faults: readonly MaterialFault[];
}

/** Checks entries of turning points and of scenarios. @param known turning points of the library that the folder extends */
export function buildScenarios(
  { 'turning-points': ofPoints, scenarios: ofScenarios }: { readonly [Kind in 'turning-points' | 'scenarios']: readonly Entry[] },
  known: readonly TurningPoint[],
): ScenariosRead {
  const shaped = [gather(ofPoints, readTurningPoints), gather(ofScenarios, readScenarios)];
  const parts = shaped.flatMap(({ values }) => values);
  const turningPoints = parts.flatMap((part) => part.turningPoints);
  const written = writtenIds([...ofPoints, ...ofScenarios]);
  const all = [...turningPoints.map(({ value }) => value), ...known];
  const built = gather(
    parts.flatMap((part) => part.scenarios),
    (placed) => scenarioOf(placed, all, written),
  );
  return { turningPoints, scenarios: built.values, faults: [...shaped.flatMap(({ faults }) => faults), ...built.faults] };
}

interface Part {
  readonly turningPoints: readonly Entry<TurningPoint>[];
  readonly scenarios: readonly Placed[];
}

const LIST_OF_POINTS = z.array(z.unknown(), { error: 'write a list of turning points' });
const LIST_OF_SCENARIOS = z.array(z.unknown(), { error: 'write a list of scenarios' });

// Each turning point and scenario is checked by itself, so that a fault of one hides no fault of another.
const filePointsSchema = turningPointsSchema.extend({ turningPoints: LIST_OF_POINTS });
const pointSchema = turningPointSchema.extend({ scenarios: LIST_OF_SCENARIOS });
const fileScenariosSchema = scenariosSchema.extend({
  turningPoints: LIST_OF_POINTS.exactOptional(),
  scenarios: LIST_OF_SCENARIOS,
});

function readTurningPoints(entry: Entry): Outcome<Part> {
  return readOn(checkShape(filePointsSchema, entry), ({ value: { category, turningPoints } }) =>
    readOn(checkItems(pointSchema, entry, 'turningPoints', turningPoints), (point) => {
      const { scenarios, ...fields } = point.value;
      const read = checkItems(nestedScenarioSchema, point, 'scenarios', scenarios);
      const part = {
        turningPoints: [{ ...point, value: { requires: {}, ...fields, category } }],
        scenarios: read.values.map((scenario) => ({ ...scenario, value: { ...scenario.value, turningPoint: fields.id } })),
      };
      return { values: [part], faults: read.faults };
    }),
  );
}

/** An entry of a file of scenarios is one scenario, or scenarios with turning points of their own. */
function readScenarios(entry: Entry): Outcome<Part> {
  const { value } = entry;
  const isFile = typeof value === 'object' && value !== null && ('scenarios' in value || 'turningPoints' in value);
  if (!isFile) return readOn(checkShape(scenarioSchema, entry), (scenario) => one({ turningPoints: [], scenarios: [scenario] }));
  return readOn(checkShape(fileScenariosSchema, entry), ({ value: { series, turningPoints = [], scenarios } }) => {
    const points = checkItems(bareTurningPointSchema, entry, 'turningPoints', turningPoints);
    const read = checkItems(scenarioSchema, entry, 'scenarios', scenarios);
    const part = {
      turningPoints: points.values.map((point) => ({ ...point, value: { requires: {}, ...point.value, series } })),
      scenarios: read.values.map((scenario) => ({ ...scenario, value: { ...scenario.value, series } })),
    };
    return { values: [part], faults: [...points.faults, ...read.faults] };
  });
}

function scenarioOf(
  entry: Placed,
  turningPoints: readonly TurningPoint[],
  written: ReadonlySet<string>,
): Outcome<Entry<Scenario>> {
  const { value, fault } = entry;
  const point = turningPoints.find(({ id, name }) => id === value.turningPoint || name === value.turningPoint);
  if (!point) {
    if (written.has(value.turningPoint)) return { values: [], faults: [] };
    const near = suggestName(
      value.turningPoint,
      turningPoints.map(({ id }) => id),
    );
    return { values: [], faults: [fault(['turningPoint'], `no turning point is called "${value.turningPoint}"; ${near}`)] };
  }
  const { onlyA = '', onlyB = '', requires = {}, uses = [], brings = {}, mayBring = {}, bonds = ['partners'], ...texts } = value;
  const merged = mergeConditions(point.requires, requires);
  const scenario: Scenario = {
    ...texts,
    category: point.category,
    turningPoint: point.name,
    uncertainty: point.uncertainty,
    onlyA,
    onlyB,
    requires: merged.stage === undefined ? { ...merged, stage: USUAL_STAGES } : merged,
    uses,
    brings: changesOf(brings),
    mayBring: changesOf(mayBring),
    bonds,
    series: value.series ?? point.series,
  };
  return { values: [{ ...entry, value: scenario }], faults: [...contradictions(merged, entry), ...textFaults(scenario, entry)] };
}

function contradictions(requires: Conditions, { fault }: Entry): readonly MaterialFault[] {
  return contradictionsIn(requires).map((name) =>
    fault(['requires'], `nothing fulfils the condition on ${name} together with that of the turning point; widen one of them`),
  );
}

function textFaults(
  { turningPoint, context, setting, situation, onlyA, onlyB, conflict }: Scenario,
  { fault }: Entry,
): readonly MaterialFault[] {
  const texts = Object.entries({ context, setting, situation, onlyA, onlyB, conflict });
  const names = (text: string, words: string) => text.toLowerCase().includes(words.toLowerCase());
  return [
    ...(names(situation, turningPoint)
      ? []
      : [fault(['situation'], `the situation does not name its turning point; write the words "${turningPoint}" in it`)]),
    ...(names(setting, context)
      ? []
      : [fault(['setting'], `the setting does not name its context; write the words "${context}" in it`)]),
    ...texts.flatMap(([key, text]) =>
      placeholdersOf(text)
        .filter((name) => name !== 'A' && name !== 'B')
        .map((name) => fault([key], `unknown placeholder {${name}}; there are {A} and {B}`)),
    ),
  ];
}

/** Changes as facts have them. Numbers of children are those that join. */
function changesOf(written: NonNullable<WrittenScenario['brings']>): readonly CoupleChange[] {
  const isFact = (key: string): key is ChangeableFact => (CHANGEABLE_FACTS as readonly string[]).includes(key);
  return Object.entries(written).flatMap(([fact, to]) =>
    isFact(fact) ? [{ fact, to: fact === 'children' ? `+${String(to)}` : String(to) }] : [],
  );
}
