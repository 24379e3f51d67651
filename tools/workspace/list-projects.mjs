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
 * @property {boolean} isPrivate whether it is a tool of the workspace, never packed for others
 */

/**
 * @typedef {object} Manifest the part of a package.json that is read here
 * @property {string} name
 * @property {boolean} [private]
 * @property {readonly string[]} [workspaces]
 * @property {Readonly<Record<string, string>>} [scripts]
 * @property {Readonly<Record<string, string>>} [dependencies]
 * @property {Readonly<Record<string, string>>} [devDependencies]
 * @property {Readonly<Record<string, string>>} [bin]
 * @property {{ readonly tags?: readonly string[] }} [nx]
 */

/**
 * All packages of the workspace, by folder name; reads the manifests only, so it works before anything is installed.
 * @param {string} root
 * @returns {readonly Project[]}
 */
export function listProjects(root) {
  const { workspaces = [] } = readManifest(root);
  return workspaces
    .flatMap((pattern) => (pattern.endsWith('/*') ? foldersIn(root, pattern.slice(0, -2)) : [pattern]))
    .filter((folder) => existsSync(path.join(root, folder, 'package.json')))
    .map((folder) => toProject(folder, readManifest(path.join(root, folder))));
}

/** @param {string} root @param {string} parent */
function foldersIn(root, parent) {
  if (!existsSync(path.join(root, parent))) return [];
  return readdirSync(path.join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`)
    .sort();
}

/** @param {string} folder @param {Manifest} manifest @returns {Project} */
function toProject(folder, manifest) {
  return {
    name: manifest.name,
    folder,
    tags: manifest.nx?.tags ?? [],
    scripts: Object.keys(manifest.scripts ?? {}),
    dependencies: { ...manifest.dependencies, ...manifest.devDependencies },
    bin: manifest.bin ?? {},
    isPrivate: manifest.private ?? false,
  };
}

/** @param {string} folder @returns {Manifest} */
function readManifest(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}
