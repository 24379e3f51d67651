import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** File names of games. */
const OF_GAMES = /\.(json|jsonl|ndjson)(\.gz)?$/;

/**
 * Expands paths to files: a folder to the files of games in and below it, sorted by name; any other path to itself, whether it exists or
 * not. A folder without games expands to itself, so that reading it gives an error.
 */
export function filesOf(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
    const inside = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && OF_GAMES.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return inside.length === 0 ? [path] : inside;
  });
}
