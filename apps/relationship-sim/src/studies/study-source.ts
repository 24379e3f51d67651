import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Library, MaterialFault } from '@entente/relationship/material';
import { readLibrary, shippedLibrary } from '@entente/relationship/node';
import { UsageError } from '@entente/run-console';

/** A study file and the material beside it. */
export interface StudySource {
  /** Study file as a path below the folder of the command. */
  readonly file: string;
  /** Folder of the study as an absolute path, in which the study's own paths are meant. */
  readonly folder: string;
  /** The material that ships, with the folder's own in its place. */
  readonly library: Library;
  /** The folder's own entries. */
  readonly own: Library;
  /** Everything wrong in the folder's material. */
  readonly faults: readonly MaterialFault[];
  /** Ids and names of entries with faults, so that a study that names them is not to blame. */
  readonly written: ReadonlySet<string>;
}

/** The material that ships, and no study. */
export function shippedSource(): StudySource {
  const library = shippedLibrary();
  return { file: '', folder: '', library, own: ownOf(library), faults: [], written: new Set() };
}

/**
 * Finds a study file, by its own path or that of its folder, and reads the material beside it.
 * @throws UsageError if there is none
 */
export function openStudy(cwd: string, path: string): StudySource {
  const place = resolve(cwd, path);
  const isFolder = existsSync(place) && statSync(place).isDirectory();
  const file = isFolder ? join(path, 'study.yaml') : path;
  if (isFolder && !existsSync(resolve(cwd, file)))
    throw new UsageError(
      existsSync(join(place, 'study.yml'))
        ? `${path} holds a study.yml, and it is study.yaml that is read; rename it, or name the file itself.`
        : `${path} holds no study.yaml; relationship-sim init NEW-FOLDER writes an example of one.`,
    );
  if (!existsSync(place)) throw new UsageError(`There is no study file ${path} that can be read.`);
  const folder = dirname(resolve(cwd, file));
  const read = readLibrary(folder);
  return {
    file,
    folder,
    library: read.library,
    own: ownOf(read.library),
    faults: read.ok ? [] : read.faults.map((fault) => ({ ...fault, file: join(dirname(file), fault.file) })),
    written: read.ok ? new Set() : read.written,
  };
}

/** Entries of a library that are not as they ship. */
function ownOf(library: Library): Library {
  const shipped = shippedLibrary();
  const differs =
    <Item>(items: readonly Item[]) =>
    (item: Item) =>
      !items.includes(item);
  return {
    personas: library.personas.filter(differs(shipped.personas)),
    couples: library.couples.filter(differs(shipped.couples)),
    turningPoints: library.turningPoints.filter(differs(shipped.turningPoints)),
    scenarios: library.scenarios.filter(differs(shipped.scenarios)),
    arcs: library.arcs.filter(differs(shipped.arcs)),
  };
}
