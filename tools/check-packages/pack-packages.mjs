import path from 'node:path';
import { runNpm } from '@entente/workspace/run-npm';

/** @typedef {import('@entente/workspace/list-projects').Project} Project */
/** @typedef {{ readonly project: Project, readonly file: string }} Tarball a package as it would be published; `file` is absolute */

/**
 * Packs the packages as `npm publish` would, all in one call.
 * @param {readonly Project[]} projects
 * @param {{ root: string, folder: string }} options where the tarballs go
 * @returns {Promise<readonly Tarball[]>}
 */
export async function packPackages(projects, { root, folder }) {
  const chosen = projects.map(({ name }) => `--workspace=${name}`);
  const { code, output } = await runNpm(['pack', ...chosen, `--pack-destination=${folder}`, '--ignore-scripts', '--silent'], {
    cwd: root,
    quiet: true,
  });
  const files = output.split('\n').filter((line) => line.trim().endsWith('.tgz'));
  if (code !== 0 || files.length !== projects.length) throw new Error(`npm pack failed:\n${output}`);
  return projects.map((project) => {
    const prefix = project.name.replace('@', '').replace('/', '-');
    const file = files.find((candidate) => new RegExp(`^${prefix}-\\d`).test(candidate));
    if (file === undefined) throw new Error(`npm pack gave no tarball for ${project.name}:\n${output}`);
    return { project, file: path.join(folder, file.trim()) };
  });
}
