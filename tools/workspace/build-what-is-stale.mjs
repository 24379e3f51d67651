import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listProjects } from './list-projects.mjs';
import { runNx } from './run-nx.mjs';

/** @typedef {import('./list-projects.mjs').Project} Project */

/**
 * Builds a package and what it stands on, if anything they are built from has changed since the last time. Nx would find that out
 * too, but takes two to three seconds to say so.
 * @param {string} root
 * @param {string} name the package, as `@entente/relationship-sim`
 * @param {readonly string[]} [alongside] further packages to build with it
 * @returns {Promise<boolean>} whether everything is built now
 */
export async function buildWhatIsStale(root, name, alongside = []) {
  const all = listProjects(root);
  const wanted = new Set([name, ...alongside].flatMap((one) => withDependencies(all, one)));
  const projects = [...wanted].filter((project) => project.scripts.includes('build'));
  const stampFile = path.join(root, '.cache', 'build-stamps', `${name.replace(/^@.*\//, '')}.txt`);
  const stamp = hashSources(root, projects);
  const isBuilt = projects.every((project) => holdsJavaScript(path.join(root, project.folder, 'dist')));
  if (isBuilt && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;

  console.log(`Building ${projects.length} packages ...`);
  const args = [
    'run-many',
    '--targets=build',
    `--projects=${projects.map((project) => project.name).join(',')}`,
    '--outputStyle=static',
  ];
  const { code, output } = await runNx(args, { root, quiet: true });
  if (code !== 0) {
    console.error(output.trim());
    console.error('The build failed; the messages above say where.');
    return false;
  }
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

/**
 * A package and every package of the workspace it depends on, however far down; the package itself is last.
 * @param {readonly Project[]} projects
 * @param {string} name
 * @returns {readonly Project[]}
 */
export function withDependencies(projects, name) {
  /** @type {Set<Project>} */
  const found = new Set();
  const visit = (/** @type {string} */ wanted) => {
    const project = projects.find((candidate) => candidate.name === wanted);
    if (project === undefined || found.has(project)) return;
    Object.keys(project.dependencies).forEach(visit);
    found.add(project);
  };
  visit(name);
  return [...found];
}

/**
 * A hash over everything the packages are built from, by content: a checkout changes the times of files, not what they say.
 * @param {string} root
 * @param {readonly Project[]} projects
 */
export function hashSources(root, projects) {
  const hash = createHash('sha256');
  const files = projects.flatMap(({ folder }) => [
    ...['package.json', 'tsup.config.ts', 'vite.config.ts'].map((file) => `${folder}/${file}`),
    ...filesBelow(root, `${folder}/src`).filter((file) => !file.endsWith('.test.ts')),
  ]);
  for (const file of ['tsup.base.ts', 'tsconfig.base.json', 'package-lock.json', ...files]) {
    const absolute = path.join(root, file);
    if (existsSync(absolute)) hash.update(`${file}\0`).update(readFileSync(absolute)).update('\0');
  }
  return hash.digest('hex');
}

/** Declarations alone, which a type check leaves behind, do not make a build. @param {string} folder */
function holdsJavaScript(folder) {
  return existsSync(folder) && readdirSync(folder).some((file) => file.endsWith('.js'));
}

/** @param {string} root @param {string} folder @returns {readonly string[]} */
function filesBelow(root, folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
    .sort();
}
