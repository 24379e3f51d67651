import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runNode } from '@entente/workspace/run-node';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const require = createRequire(import.meta.url);

/** @typedef {import('./pack-packages.mjs').Tarball} Tarball */
/** @typedef {import('./main.mjs').Finding} Finding */

/**
 * Checks each package.json against the files of its package: publint for the manifest, attw for the types as TypeScript resolves them.
 * @param {readonly Tarball[]} tarballs
 * @param {{ root: string }} options
 * @returns {Promise<readonly Finding[]>}
 */
export async function checkManifests(tarballs, { root }) {
  const findings = [];
  for (const tarball of tarballs) findings.push(await checkWithPublint(tarball), await checkWithAttw(tarball, root));
  return findings;
}

/** @param {Tarball} tarball @returns {Promise<Finding>} */
async function checkWithPublint({ project, file }) {
  const bytes = readFileSync(file);
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball }, level: 'warning' });
  return {
    name: `${project.name}: publint`,
    complaints: messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code),
  };
}

/** @param {Tarball} tarball @param {string} root @returns {Promise<Finding>} */
async function checkWithAttw({ project, file }, root) {
  const cli = path.join(path.dirname(require.resolve('@arethetypeswrong/cli/package.json')), 'dist', 'index.js');
  const args = [file, '--profile', 'esm-only', '--format', 'table-flipped', '--no-color', '--no-emoji', '--no-definitely-typed'];
  const { code, output } = await runNode(cli, args, { cwd: root, quiet: true });
  return { name: `${project.name}: types as TypeScript resolves them (attw)`, complaints: code === 0 ? [] : [output.trim()] };
}
