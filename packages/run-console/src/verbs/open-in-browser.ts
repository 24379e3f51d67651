import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** An attempt to open the browser. */
export interface OpenedBrowser {
  /** One line where no browser could be started. */
  readonly problem?: string | undefined;
  /** Removes the file that led the browser to the page. */
  forget(): Promise<void>;
}

/**
 * Opens a link in the browser of this system. The browser is given a file that only this user can read and that leads to the link: other
 * users of the machine see the words of every command, and the link is a secret.
 */
export async function openInBrowser(url: string): Promise<OpenedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-view-'));
  const file = join(folder, 'open.html');
  const address = JSON.stringify(url).replaceAll('<', String.raw`\u003c`);
  await writeFile(file, `<!doctype html><title>Entente</title><script>location.replace(${address})</script>\n`, { mode: 0o600 });
  const [command = '', ...words] = OPENERS[process.platform] ?? ['xdg-open'];
  const problem = await started(command, [...words, pathToFileURL(file).href]);
  return { problem, forget: async () => rm(folder, { recursive: true, force: true }) };
}

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

async function started(command: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, words, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(`No browser could be started (${command} is missing): open the link yourself.`));
    child.once('spawn', () => {
      child.unref();
      resolve(undefined);
    });
  });
}
