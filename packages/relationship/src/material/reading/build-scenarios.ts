import { placeholdersOf } from '@entente/llm-clients/contract';
import { suggestName } from '@entente/studies/settings';
import type { z } from 'zod';
import { type ChangeableFact, CHANGEABLE_FACTS, type CoupleChange } from '../../state/couple-facts.js';
import type { Conditions, Scenario } from '../scenario.js';
import { scenarioSchema, scenariosSchema, turningPointsSchema, type WrittenScenario } from '../schemas/scenario-schema.js';
import { checkShape } from './check-shape.js';
import type { TurningPoint } from './library.js';
import { type Entry, gather, type MaterialFault, type Outcome, partOf } from './material-fault.js';
import { contradictionsIn, mergeConditions, USUAL_STAGES } from './merge-conditions.js';

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
  const all = [...turningPoints.map(({ value }) => value), ...known];
  const built = gather(
    parts.flatMap((part) => part.scenarios),
    (placed) => scenarioOf(placed, all),
  );
  return { turningPoints, scenarios: built.values, faults: [...shaped.flatMap(({ faults }) => faults), ...built.faults] };
}

interface Part {
  readonly turningPoints: readonly Entry<TurningPoint>[];
  readonly scenarios: readonly Placed[];
}

function readTurningPoints(entry: Entry): Outcome<Part> {
  const { values, faults } = checkShape(turningPointsSchema, entry);
  const parts = values.map(({ value: { category, turningPoints } }) => ({
    turningPoints: turningPoints.map(({ scenarios: _, ...point }, index) =>
      partOf(entry, ['turningPoints', index], { requires: {}, ...point, category }),
    ),
    scenarios: turningPoints.flatMap(({ id, scenarios }, point) =>
      scenarios.map((scenario, index) =>
        partOf(entry, ['turningPoints', point, 'scenarios', index], { ...scenario, turningPoint: id }),
      ),
    ),
  }));
  return { values: parts, faults };
}

/** An entry of a file of scenarios is one scenario, or scenarios with turning points of their own. */
function readScenarios(entry: Entry): Outcome<Part> {
  const isFile =
    typeof entry.value === 'object' && entry.value !== null && ('scenarios' in entry.value || 'turningPoints' in entry.value);
  if (!isFile) {
    const { values, faults } = checkShape(scenarioSchema, entry);
    return { values: [{ turningPoints: [], scenarios: values }], faults };
  }
  const { values, faults } = checkShape(scenariosSchema, entry);
  const parts = values.map(({ value: { series, turningPoints = [], scenarios } }: Entry<z.output<typeof scenariosSchema>>) => ({
    turningPoints: turningPoints.map((point, index) =>
      partOf(entry, ['turningPoints', index], { requires: {}, ...point, series }),
    ),
    scenarios: scenarios.map((scenario, index) => partOf(entry, ['scenarios', index], { ...scenario, series })),
  }));
  return { values: parts, faults };
}

function scenarioOf(entry: Placed, turningPoints: readonly TurningPoint[]): Outcome<Entry<Scenario>> {
  const { value: written, fault } = entry;
  const point = turningPoints.find(({ id, name }) => id === written.turningPoint || name === written.turningPoint);
  if (!point) {
    const near = suggestName(
      written.turningPoint,
      turningPoints.map(({ id }) => id),
    );
    return { values: [], faults: [fault(['turningPoint'], `no turning point is called "${written.turningPoint}"; ${near}`)] };
  }
  const {
    onlyA = '',
    onlyB = '',
    requires = {},
    uses = [],
    brings = {},
    mayBring = {},
    bonds = ['partners'],
    ...texts
  } = written;
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
    series: written.series ?? point.series,
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
    isFact(fact) && to !== undefined ? [{ fact, to: fact === 'children' ? `+${String(to)}` : String(to) }] : [],
  );
}
