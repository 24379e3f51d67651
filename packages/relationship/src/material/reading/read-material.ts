import { buildArcs } from './build-arcs.js';
import { buildCouples, buildPersonas } from './build-people.js';
import { buildScenarios } from './build-scenarios.js';
import { EMPTY_LIBRARY, type Library } from './library.js';
import type { Entry, MaterialFault } from './material-fault.js';
import { kindOf, nearestKind } from './material-kinds.js';
import { readEntries } from './read-entries.js';
import { writtenIds } from './written-ids.js';

/** A library, or everything that is wrong with its files. */
export type MaterialRead =
  | { readonly ok: true; readonly library: Library }
  | {
      readonly ok: false;
      readonly faults: readonly MaterialFault[];
      /** Everything that has no fault. */
      readonly library: Library;
      /** Ids and names of all entries, those with faults too. */
      readonly written: ReadonlySet<string>;
    };

/**
 * Reads the files of a folder of material: personas, couples, turning points, scenarios and arcs, each kind in a file of its name
 * (`personas.yaml`) or in several files of a folder of its name (`personas/maya.yaml`), a file holding one entry or a list. Personas may
 * also stand in a table (`personas.csv`, `personas.jsonl`). Other files are left alone.
 *
 * @param files texts by their paths within the folder, with `/`
 * @param base library that the folder extends; an entry of the folder replaces one of the same id
 * @returns the whole library, or all faults at once
 */
export function readMaterial(files: Readonly<Record<string, string>>, base: Library = EMPTY_LIBRARY): MaterialRead {
  const { entries, faults: unread } = readEntries(files);
  const personas = buildPersonas(entries.personas);
  const allPersonas = joined(base.personas, personas.values);
  const couples = buildCouples(entries.couples, allPersonas, {
    written: writtenIds(entries.personas),
    complete: !unread.some(({ file }) => (kindOf(file) ?? kindOf(nearestKind(file) ?? '')) === 'personas'),
  });
  const scenes = buildScenarios(entries, base.turningPoints);
  const turningPoints = joined(base.turningPoints, scenes.turningPoints);
  const scenarios = joined(base.scenarios, scenes.scenarios);
  const arcs = buildArcs(entries.arcs, {
    scenarios,
    turningPoints,
    written: writtenIds([...entries['turning-points'], ...entries.scenarios]),
    complete: unread.length === 0 && scenes.faults.length === 0,
  });
  const faults = [
    ...unread,
    ...[personas, couples, scenes, arcs].flatMap((read) => read.faults),
    ...[personas.values, couples.values, scenes.turningPoints, scenes.scenarios, arcs.values].flatMap(repeated),
  ];
  const library = {
    personas: allPersonas,
    couples: joined(base.couples, couples.values),
    turningPoints,
    scenarios,
    arcs: joined(base.arcs, arcs.values),
  };
  if (faults.length === 0) return { ok: true, library };
  const written = writtenIds(Object.values(entries).flat());
  return { ok: false, faults: [...faults].sort(byPlace), library, written };
}

/** The base with the folder's own entries in place of those of the same id, and the others after them. */
function joined<Value extends { readonly id: string }>(
  base: readonly Value[],
  entries: readonly Entry<Value>[],
): readonly Value[] {
  return [...new Map([...base, ...entries.map(({ value }) => value)].map((value) => [value.id, value])).values()];
}

function repeated(entries: readonly Entry<{ readonly id: string }>[]): readonly MaterialFault[] {
  return entries.flatMap(({ value: { id }, fault }, index) => {
    const first = entries.findIndex((entry) => entry.value.id === id);
    if (first === index) return [];
    const { file, line } = entries[first]!.fault(['id'], '');
    return [fault(['id'], `the id "${id}" is taken already, in ${file}:${line}; give each entry its own`)];
  });
}

function byPlace(one: MaterialFault, other: MaterialFault): number {
  return one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1;
}
