import { build } from 'esbuild';

/** @typedef {import('@entente/workspace/list-projects').Project} Project */
/** @typedef {import('./main.mjs').Finding} Finding */

/** Entries that a page may import; all others may need Node. */
const browserSafeEntries = [
  '@entente/diplomacy-analysis',
  '@entente/diplomacy-game/state',
  '@entente/diplomacy-rules',
  '@entente/llm-clients/contract',
  '@entente/relationship',
  '@entente/simulation-core/journal',
  '@entente/studies',
  '@entente/studies/tables',
];

/**
 * Bundles each browser-safe entry for a browser, which fails where one of Node's own modules is reached.
 * @param {readonly Project[]} projects
 * @param {{ consumer: string }} options
 * @returns {Promise<readonly Finding[]>}
 */
export async function checkBrowserEntries(projects, { consumer }) {
  const findings = [];
  for (const entry of browserSafeEntries) {
    const complaints = projects.some(({ name }) => entry === name || entry.startsWith(`${name}/`))
      ? await bundle(entry, consumer)
      : ['There is no such package.'];
    findings.push({ name: `${entry}: bundles for a browser`, complaints });
  }
  return findings;
}

/** @param {string} entry @param {string} consumer */
async function bundle(entry, consumer) {
  try {
    await build({
      stdin: { contents: `export * from '${entry}';`, resolveDir: consumer },
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      logLevel: 'silent',
    });
    return [];
  } catch (error) {
    const { errors } = /** @type {import('esbuild').BuildFailure} */ (error);
    return errors.map(({ text, location }) => `${text}${location === null ? '' : ` (${location.file})`}`);
  }
}
