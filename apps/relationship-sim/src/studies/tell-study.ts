import { formatModelSpec, type ModelSpec } from '@entente/llm-clients/contract';
import type { Library } from '@entente/relationship/material';
import { shippedLibrary } from '@entente/relationship/node';
import type { Study, StudyRun } from '@entente/studies';
import { countOf } from '@entente/studies/tables';
import type { RunSpec } from '../couple-runs/run-spec.js';
import type { StudySource } from './study-source.js';

/** Tells what a study would play: its couples, scenes and models, and its own material. */
export function tellStudy(
  { seeds, replicates, conditions }: Study,
  runs: readonly StudyRun[],
  { specs, source }: { readonly specs: ReadonlyMap<string, RunSpec>; readonly source: StudySource },
): readonly string[] {
  const all = runs.flatMap(({ id }) => specs.get(id) ?? []);
  const each = (of: (spec: RunSpec) => string): readonly string[] => [...new Set(all.map(of))];
  return [
    `Couples: ${inShort(each(({ couple }) => `${couple.id} (${couple.partners.map(({ name }) => name).join(' and ')})`))}.`,
    `Conditions: ${inShort(conditions.map(({ name }) => name))}; ${countOf(seeds.length, 'seed')}${replicates > 1 ? `, each ${replicates} times` : ''}.`,
    `Scenes: ${inShort(each(scenesOf))}.`,
    `Models: ${inShort(each(({ models }) => modelsOf(models)))}.`,
    ...ownMaterial(source.own),
  ];
}

/** Number of names up to which all are listed. */
const MANY = 8;

function inShort(names: readonly string[]): string {
  if (names.length <= MANY) return names.join(', ');
  return `${names.slice(0, MANY - 2).join(', ')} and ${names.length - MANY + 2} more`;
}

function scenesOf({ settings: { scenes, order, arc }, pool, material }: RunSpec): string {
  const course = order === 'by-state' ? 'by the state of the relationship' : `of the arc ${arc}`;
  const title = material?.arcs.some(({ id }) => id === arc) && order === 'fixed' ? ` (the study's own)` : '';
  return `${scenes} ${course}${title}${pool ? `, out of ${pool.join(', ')}` : ''}`;
}

function modelsOf(models: RunSpec['models']): string {
  const names = (Object.entries(models) as [keyof typeof ROLES, ModelSpec | null][]).flatMap(([role, model]) =>
    model === null ? [] : [{ role: ROLES[role], model: formatModelSpec(model) }],
  );
  const ids = [...new Set(names.map(({ model }) => model))];
  if (ids.length === 1) return `${ids[0]} for everything`;
  return ids
    .map(
      (id) =>
        `${id} (${names
          .filter(({ model }) => model === id)
          .map(({ role }) => role)
          .join(', ')})`,
    )
    .join(', ');
}

const ROLES = {
  actor: 'first partner',
  secondActor: 'second partner',
  director: 'director',
  judge: 'judge',
  embedding: 'memories',
} as const;

/** `Own material: 4 personas, 2 couples, 1 arc.` and which of it takes the place of what ships. */
function ownMaterial(own: Library): readonly string[] {
  const shipped = shippedLibrary();
  const kinds = [
    { noun: 'persona', entries: own.personas, known: shipped.personas },
    { noun: 'couple', entries: own.couples, known: shipped.couples },
    { noun: 'turning point', entries: own.turningPoints, known: shipped.turningPoints },
    { noun: 'scenario', entries: own.scenarios, known: shipped.scenarios },
    { noun: 'arc', entries: own.arcs, known: shipped.arcs },
  ] satisfies readonly {
    readonly noun: string;
    readonly entries: readonly { readonly id: string }[];
    readonly known: readonly { readonly id: string }[];
  }[];
  const counts = kinds.flatMap(({ noun, entries }) => (entries.length === 0 ? [] : [countOf(entries.length, noun)]));
  if (counts.length === 0) return ['Material: as it ships.'];
  const overriding = kinds.flatMap(({ noun, entries, known }) => {
    const ids = entries.map(({ id }) => id).filter((id) => known.some((other) => other.id === id));
    return ids.length === 0 ? [] : [`${noun} ${inShort(ids)}`];
  });
  return [
    `Material of its own: ${counts.join(', ')}.`,
    ...(overriding.length === 0 ? [] : [`In the place of what ships: ${overriding.join('; ')}.`]),
  ];
}
