import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhatIsMissing } from '@entente/workspace/install-what-is-missing';
import { listProjects } from '@entente/workspace/list-projects';
import { runNx } from '@entente/workspace/run-nx';
import { addTallies, formatTally, tallyOfOne } from '@entente/workspace/tally';
import { checkBins } from './check-bins.mjs';
import { checkBrowserEntries } from './check-browser-entries.mjs';
import { checkEntries } from './check-entries.mjs';
import { checkExamples } from './check-examples.mjs';
import { checkManifests } from './check-manifests.mjs';
import { checkZod } from './check-zod.mjs';
import { installTarballs } from './install-tarballs.mjs';
import { packPackages } from './pack-packages.mjs';

/**
 * One thing that was looked at; without complaints all is well.
 * @typedef {{ readonly name: string, readonly complaints: readonly string[] }} Finding
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const isBuilt = process.argv.includes('--built');

/** Packs every package, installs the tarballs where nothing of the workspace can be reached, and uses them the way a stranger would. */
async function checkPackages() {
  if (!isBuilt) {
    if (!(await installWhatIsMissing(root))) return 1;
    const { code, output } = await runNx(['run-many', '--targets=build,typecheck-everything', '--outputStyle=static'], {
      root,
      quiet: true,
    });
    if (code !== 0) {
      console.error(output.trim());
      return 1;
    }
  }

  const projects = listProjects(root).filter((project) => !project.isPrivate);
  // A folder with a space in its name, because somebody's home has one.
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'entente packages ')));
  try {
    const tarballs = await packPackages(projects, { root, folder });
    const consumer = path.join(folder, 'consumer');
    await installTarballs(tarballs, { root, consumer });
    // Most of them wait for programs that they start, so that two rows side by side keep two cores busy.
    const rows = await Promise.all([checkManifests(tarballs, { root }), useAsAStranger(projects, { consumer })]);
    /** @type {readonly Finding[]} */
    const findings = [...checkEntries(projects, { root }), ...rows.flat()];
    for (const { name, complaints } of findings) {
      console.log(`${complaints.length === 0 ? '✔' : '✖'} ${name}`);
      for (const complaint of complaints) console.log(`    ${complaint.split('\n').join('\n    ')}`);
    }
    const total = addTallies(findings.map(({ complaints }) => tallyOfOne(complaints.length === 0)));
    console.log(formatTally(total));
    return total.failed > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly import('@entente/workspace/list-projects').Project[]} projects
 * @param {{ consumer: string }} options
 * @returns {Promise<readonly Finding[]>}
 */
async function useAsAStranger(projects, { consumer }) {
  return [
    ...(await checkExamples(projects, { root, consumer })),
    ...(await checkBrowserEntries(projects, { consumer })),
    ...(await checkBins(projects, { consumer })),
    // Last, because it brings a second zod into the consumer's folder.
    ...(await checkZod({ consumer })),
  ];
}

process.exitCode = await checkPackages();
