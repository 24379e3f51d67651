import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from '@entente/workspace/run-npm';

/** @typedef {import('./pack-packages.mjs').Tarball} Tarball */

/** Codes by which npm reports that a package is neither in its cache nor reachable over the network. */
const unreachable =
  /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT/;

/**
 * Installs the tarballs in an empty folder. npm fetches what they depend on; where it cannot, because there is no network, foreign
 * packages are taken from the workspace's own node_modules, in the versions which the tarballs ask for, and a line tells it.
 * @param {readonly Tarball[]} tarballs
 * @param {{ root: string, consumer: string }} options
 */
export async function installTarballs(tarballs, { root, consumer }) {
  mkdirSync(consumer);
  const dependencies = Object.fromEntries(tarballs.map(({ project, file }) => [project.name, `file:${file}`]));
  writeFileSync(
    path.join(consumer, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module', dependencies }),
  );
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--fetch-retries=0', '--loglevel=error'];
  const { code, output } = await runNpm(['install', ...options], { cwd: consumer, quiet: true });
  if (code === 0) return;
  if (!unreachable.test(output)) throw new Error(`The tarballs cannot be installed:\n${output}`);
  console.log('There is no network: packages of others are taken from node_modules of this workspace.');
  unpackTarballs(tarballs, { root, consumer });
}

/**
 * Lays out node_modules without npm's help: the tarballs unpacked, and a link for each foreign package that one of them names.
 * @param {readonly Tarball[]} tarballs
 * @param {{ root: string, consumer: string }} options
 */
export function unpackTarballs(tarballs, { root, consumer }) {
  const modules = path.join(consumer, 'node_modules');
  rmSync(modules, { recursive: true, force: true });
  mkdirSync(path.join(modules, '.bin'), { recursive: true });
  const own = tarballs.map(({ project }) => project.name);
  for (const { project, file } of tarballs) {
    const target = path.join(modules, project.name);
    unpack(file, target);
    /** @type {{ dependencies?: Record<string, string>, peerDependencies?: Record<string, string>, peerDependenciesMeta?: Record<string, { optional?: boolean }> }} */
    const manifest = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'));
    const peers = Object.keys(manifest.peerDependencies ?? {}).filter((peer) => !manifest.peerDependenciesMeta?.[peer]?.optional);
    for (const dependency of [...Object.keys(manifest.dependencies ?? {}), ...peers]) {
      if (!own.includes(dependency)) linkFolder(path.join(root, 'node_modules', dependency), path.join(modules, dependency));
    }
    for (const [command, bin] of Object.entries(project.bin))
      symlinkSync(path.join(target, bin), path.join(modules, '.bin', command));
  }
}

/** @param {string} file @param {string} target */
function unpack(file, target) {
  mkdirSync(target, { recursive: true });
  // Linux, macOS and Windows 10 all bring a tar.
  const { status, stderr } = spawnSync('tar', ['-xzf', file, '-C', target, '--strip-components=1'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path.basename(file)} cannot be unpacked: ${stderr}`);
}

/** @param {string} from @param {string} to */
function linkFolder(from, to) {
  if (existsSync(to)) return;
  mkdirSync(path.dirname(to), { recursive: true });
  symlinkSync(from, to, 'junction');
}
