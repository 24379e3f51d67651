import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../bin/simulated-provider.js', import.meta.url));

/**
 * Starts the simulated provider's command in its strict form, on a free port.
 * @returns {Promise<{ url: string, stats: () => Promise<{ requests: number, byStatus: Record<string, number> }>, close: () => void }>}
 */
export async function startProvider() {
  const child = spawn(process.execPath, [command, '--strict', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const [, found] = /listens at (http:\S+)/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('error', reject).once('exit', (code) => reject(new Error(`the simulated provider ended with ${code}`)));
  });
  return { url, stats: async () => (await fetch(`${url}/__stats`)).json(), close: () => child.kill() };
}
