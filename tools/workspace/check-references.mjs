import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listProjects } from './list-projects.mjs';

/**
 * Compares each package's dependencies on its siblings with the project references of its tsconfig.lib.json; the two say the same
 * thing to npm and to TypeScript, and nothing else keeps them together.
 * @param {string} root
 * @returns {readonly string[]} one line for each disagreement
 */
export function checkReferences(root) {
  const projects = listProjects(root);
  return projects.flatMap((project) => {
    const file = `${project.folder}/tsconfig.lib.json`;
    if (!existsSync(path.join(root, file))) return [];
    const wanted = projects.filter(({ name }) => name in project.dependencies).map((sibling) => sibling.folder);
    /** @type {{ references?: readonly { path: string }[] }} */
    const config = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
    const referenced = (config.references ?? []).map((reference) =>
      path.posix.dirname(path.posix.join(project.folder, reference.path)),
    );
    return [
      ...wanted
        .filter((folder) => !referenced.includes(folder))
        .map((folder) => `${file} lacks a reference to ${folder}, which package.json depends on`),
      ...referenced
        .filter((folder) => !wanted.includes(folder))
        .map((folder) => `${file} refers to ${folder}, which package.json does not depend on`),
    ];
  });
}
