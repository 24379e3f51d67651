import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Project
 * @property {string} name the package's name, as `@entente/llm-clients`
 * @property {string} folder where it lies below the root, with forward slashes, as `packages/llm-clients`
 * @property {readonly string[]} tags its Nx tags, as `layer:base`
 * @property {readonly string[]} scripts the names of its npm scripts
 * @property {Readonly<Record<string, string>>} dependencies its own packages and foreign ones, for running and for development, with their ranges
 * @property {Readonly<Record<string, string>>} bin its commands and their files
 */

/**
 * All packages of the workspace, by folder name; reads the manifests only, so it works before anything is installed.
 * @param {string} root
 * @returns {readonly Project[]}
 */
export function listProjects(root) {
  /** @type {{ workspaces: readonly string[] }} */
  const { workspaces } = readJson(path.join(root, 'package.json'));
  return workspaces
    .flatMap((pattern) => (pattern.endsWith('/*') ? foldersIn(root, pattern.slice(0, -2)) : [pattern]))
    .filter((folder) => existsSync(path.join(root, folder, 'package.json')))
    .map((folder) => toProject(folder, readJson(path.join(root, folder, 'package.json'))));
}

/** @param {string} root @param {string} parent */
function foldersIn(root, parent) {
  if (!existsSync(path.join(root, parent))) return [];
  return readdirSync(path.join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`)
    .sort();
}

/** @param {string} folder @param {any} manifest @returns {Project} */
function toProject(folder, manifest) {
  return {
    name: manifest.name,
    folder,
    tags: manifest.nx?.tags ?? [],
    scripts: Object.keys(manifest.scripts ?? {}),
    dependencies: { ...manifest.dependencies, ...manifest.devDependencies },
    bin: manifest.bin ?? {},
  };
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
