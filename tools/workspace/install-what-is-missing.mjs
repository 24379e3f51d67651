import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from './run-npm.mjs';

/** @typedef {{ version?: string, resolved?: string, link?: boolean, optional?: boolean }} LockedPackage */

/**
 * Runs `npm ci` if node_modules differs from package-lock.json; else does nothing and needs no network.
 * @param {string} root
 * @returns {Promise<boolean>} whether everything is installed now
 */
export async function installWhatIsMissing(root) {
  const missing = missingPackages(
    readLock(path.join(root, 'package-lock.json')),
    readLock(path.join(root, 'node_modules', '.package-lock.json')),
  );
  if (missing.length === 0) return true;
  const what = missing.length === 1 ? missing[0] : `${missing.length} packages`;
  console.log(`Installing ${what} (about half a minute) ...`);
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, quiet: true });
  if (code === 0) return true;
  console.error(output.trim());
  console.error('The installation failed; npm said why above. With a network connection, try again: npm ci');
  return false;
}

/**
 * Packages that package-lock.json asks for and npm's record of node_modules lacks in that version. Packages for other platforms are
 * optional and may be absent.
 * @param {Readonly<Record<string, LockedPackage>>} wanted
 * @param {Readonly<Record<string, LockedPackage>>} installed
 * @returns {readonly string[]} names, each once
 */
export function missingPackages(wanted, installed) {
  const missing = Object.entries(wanted)
    .filter(([place, entry]) => {
      if (!place.includes('node_modules/')) return false;
      const present = installed[place];
      if (present === undefined) return entry.optional !== true;
      return entry.link === true ? present.resolved !== entry.resolved : present.version !== entry.version;
    })
    .map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length));
  return [...new Set(missing)];
}

/** @param {string} file @returns {Readonly<Record<string, LockedPackage>>} */
function readLock(file) {
  if (!existsSync(file)) return {};
  return /** @type {{ packages?: Record<string, LockedPackage> }} */ (JSON.parse(readFileSync(file, 'utf8'))).packages ?? {};
}
