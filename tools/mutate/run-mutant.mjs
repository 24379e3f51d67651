import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { killGroup } from './kill-group.mjs';

/** @typedef {import('./find-mutants.mjs').Mutant & { readonly file: string }} PlacedMutant */
/** @typedef {'noticed' | 'timed-out' | 'unnoticed' | 'untested'} Outcome */

/**
 * Runs the tests of a package that reach a changed file; all tests, unchanged, where there is no mutant. Ends all it started.
 * @param {string} folder of the package
 * @param {PlacedMutant | null} placed
 * @param {{ readonly limitMs?: number }} [options] time after which the tests are ended (default none)
 * @returns {Promise<Outcome>}
 * @throws {Error} where the tests could not be run; the change is not judged then
 */
export function runMutant(folder, placed, { limitMs } = {}) {
  const { file = '', ...mutant } = placed ?? {};
  const args = [folder, file, JSON.stringify(placed === null ? null : mutant)];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('try-mutant.mjs', import.meta.url)), ...args], {
      cwd: folder,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => (errors += text));
    let isTimedOut = false;
    const endAll = () => child.pid !== undefined && killGroup(child.pid);
    const timer = limitMs === undefined ? undefined : setTimeout(() => (isTimedOut = true) && endAll(), limitMs);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      endAll();
      if (isTimedOut) resolve('timed-out');
      else if (code === 0) resolve('unnoticed');
      else if (code === 1) resolve('noticed');
      else if (code === 2) resolve('untested');
      else reject(new Error(`The tests of ${folder} could not be run (code ${code}):\n${errors.trim()}`));
    });
  });
}
