import { runNpm } from '@entente/workspace/run-npm';

/** @typedef {import('@entente/workspace/list-projects').Project} Project */
/** @typedef {import('./main.mjs').Finding} Finding */

/**
 * Asks every command for its help, through npx, where it is installed from its tarball.
 * @param {readonly Project[]} projects
 * @param {{ consumer: string }} options
 * @returns {Promise<readonly Finding[]>}
 */
export async function checkBins(projects, { consumer }) {
  const findings = [];
  for (const command of projects.flatMap(({ bin }) => Object.keys(bin))) {
    const { code, output } = await runNpm(['exec', '--no', '--', command, '--help'], { cwd: consumer, quiet: true });
    const isHelpful = code === 0 && output.includes(command);
    findings.push({
      name: `${command} --help, from its tarball`,
      complaints: isHelpful ? [] : [`exit code ${code}\n${output.trim()}`],
    });
  }
  return findings;
}
