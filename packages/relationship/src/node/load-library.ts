import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EMPTY_LIBRARY, type Library } from '../material/reading/library.js';
import { kindOf, nearestKind } from '../material/reading/material-kinds.js';
import { type MaterialRead, readMaterial } from '../material/reading/read-material.js';
import type { SceneMaterial } from '../material/scenario.js';
import { MaterialError } from '../relationship-errors.js';

let shipped: Library | undefined;

/** Returns the personas, couples, turning points, scenarios and arcs that ship with this package. They are read once. */
export function shippedLibrary(): Library {
  return (shipped ??= readShipped());
}

/** Reads what the build made of the YAML files, or the files themselves. */
function readShipped(): Library {
  const built = join(import.meta.dirname, 'material.json');
  if (existsSync(built)) return JSON.parse(readFileSync(built, 'utf8')) as Library;
  return loadLibrary(join(packageFolder(), 'material'), EMPTY_LIBRARY);
}

/** Returns the scenarios and arcs that ship with this package. */
export function shippedMaterial(): SceneMaterial {
  return shippedLibrary();
}

/**
 * Reads a folder of material (see `readMaterial`). Folders within those of the kinds, and folders of other names, are left alone.
 * @param base library that the folder extends @default what ships
 */
export function readLibrary(folder: string, base: Library = shippedLibrary()): MaterialRead {
  return readMaterial(textsIn(folder), base);
}

/**
 * Reads a folder of material.
 * @param base library that the folder extends @default what ships
 * @throws MaterialError with every fault, a line each
 */
export function loadLibrary(folder: string, base?: Library): Library {
  const read = readLibrary(folder, base);
  if (!read.ok) throw new MaterialError(read.faults);
  return read.library;
}

const READ = /\.(ya?ml|csv|jsonl)$/;

function textsIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    return readdirSync(join(folder, entry.name)).map((name) => `${entry.name}/${name}`);
  });
  // Other files need no text: only their names are looked at, as one may be misspelt.
  const textOf = (path: string): string => (kindOf(path) === undefined ? '' : readFileSync(join(folder, path), 'utf8'));
  return Object.fromEntries(
    paths.filter((path) => READ.test(path) || nearestKind(path) !== undefined).map((path) => [path, textOf(path)]),
  );
}

/** Folder of this package, found by its own name: the same from `src`, from `dist`, packed, and bundled into a program. */
function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@entente/relationship/package.json'));
}
