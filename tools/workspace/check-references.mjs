import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listProjects } from './list-projects.mjs';

/**
 * Compares each package's dependencies on its siblings with the project references of its tsconfig.lib.json; the two tell npm and
 * TypeScript the same, and nothing else keeps them together. Packages that only a page uses are bundled into it: they are dependencies of
 * its development, and references of tsconfig.page.json.
 * @param {string} root
 * @returns {readonly string[]} one line for each disagreement
 */
export function checkReferences(root) {
  const projects = listProjects(root);
  return projects.flatMap((project) => {
    const file = `${project.folder}/tsconfig.lib.json`;
    if (!existsSync(path.join(root, file))) return [];
    const wanted = projects.filter(({ name }) => name in project.dependencies).map((sibling) => sibling.folder);
    const referenced = [file, `${project.folder}/tsconfig.page.json`]
      .flatMap((each) => referencesIn(path.join(root, each)))
      .map((reference) => path.posix.dirname(path.posix.join(project.folder, reference)))
      .filter((folder) => folder !== project.folder);
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

/** @param {string} file @returns {readonly string[]} references of a configuration; none where there is no such file */
function referencesIn(file) {
  if (!existsSync(file)) return [];
  /** @type {{ references?: readonly { path: string }[] }} */
  const config = JSON.parse(readFileSync(file, 'utf8'));
  return (config.references ?? []).map((reference) => reference.path);
}
