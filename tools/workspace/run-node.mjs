import { spawn } from 'node:child_process';

/**
 * Runs a Node program to its end with this same Node, so that nothing is looked up in PATH and no shell sees a path with spaces.
 * `quiet` keeps its output back and returns it; otherwise it goes straight to the terminal. Never rejects because of an exit code.
 * `node` is the binary of another Node.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd: string, quiet?: boolean, env?: NodeJS.ProcessEnv, node?: string }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(file, args, { cwd, quiet = false, env = process.env, node = process.execPath }) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [file, ...args], { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    let output = '';
    const keep = (/** @type {string} */ text) => (output += text);
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    // Ctrl-C reaches the whole process group by itself; a polite kill reaches this process alone, and ends what it was doing.
    const passOn = () => {
      child.once('close', (code) => process.exit(code ?? 143));
      child.kill('SIGTERM');
    };
    process.once('SIGTERM', passOn);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGTERM', passOn);
      resolve({ code: code ?? 1, output });
    });
  });
}
