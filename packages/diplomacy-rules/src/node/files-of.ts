import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The names that files of games have. */
const OF_GAMES = /\.(json|jsonl|ndjson)(\.gz)?$/;

/**
 * The files that some paths stand for: a folder for those of games in it and below it, by name; any other path for itself, whether there is
 * a file or not. A folder that holds none stands for itself as well, so that reading it says so.
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
