import { readYaml, StudyFileError } from '@entente/studies';
import { nearestKind, type MaterialKind, kindOf } from './material-kinds.js';
import { type Entry, gather, type MaterialFault, type Outcome } from './material-fault.js';
import { readPersonaRows } from './read-persona-rows.js';

/** Entries of a folder by kind, as written, and what cannot be read at all. */
export interface WrittenEntries {
  readonly entries: { readonly [Kind in MaterialKind]: readonly Entry[] };
  readonly faults: readonly MaterialFault[];
}

/** Reads every file of material in a folder into its entries. Files of other names are left alone, unless a name is nearly right. */
export function readEntries(files: Readonly<Record<string, string>>): WrittenEntries {
  const paths = Object.keys(files).sort();
  const ofKind = (kind: MaterialKind) =>
    gather(
      paths.filter((path) => kindOf(path) === kind),
      (path) => entriesOf(path, files[path] ?? ''),
    );
  const read = {
    personas: ofKind('personas'),
    couples: ofKind('couples'),
    'turning-points': ofKind('turning-points'),
    scenarios: ofKind('scenarios'),
    arcs: ofKind('arcs'),
  };
  return {
    entries: {
      personas: read.personas.values,
      couples: read.couples.values,
      'turning-points': read['turning-points'].values,
      scenarios: read.scenarios.values,
      arcs: read.arcs.values,
    },
    faults: [...paths.flatMap(misnamed), ...Object.values(read).flatMap(({ faults }) => faults)],
  };
}

function misnamed(path: string): readonly MaterialFault[] {
  const near = kindOf(path) === undefined ? nearestKind(path) : undefined;
  return near === undefined
    ? []
    : [{ file: path, line: 1, message: `nothing reads a file of this name; did you mean "${near}"?` }];
}

function entriesOf(file: string, text: string): Outcome<Entry> {
  if (/\.(csv|jsonl)$/.test(file)) return readPersonaRows(file, text);
  try {
    const { value, lineOf } = readYaml(text);
    const fault: Entry['fault'] = (path, message) => ({ file, line: lineOf(path), message });
    if (value === null || value === undefined) return { values: [], faults: [] };
    if (!Array.isArray(value)) return { values: [{ value, fault }], faults: [] };
    const items = value as readonly unknown[];
    return {
      values: items.map((item, index) => ({ value: item, fault: (path, message) => fault([index, ...path], message) })),
      faults: [],
    };
  } catch (error) {
    if (!StudyFileError.isInstance(error)) throw error;
    return { values: [], faults: [{ file, line: error.line, message: error.message.replace(/^line \d+: /, '') }] };
  }
}
