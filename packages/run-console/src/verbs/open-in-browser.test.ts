import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openInBrowser } from './open-in-browser.js';

const LINK = 'http://127.0.0.1:8000/#token=secret';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe.runIf(process.platform === 'linux')('the browser of the system', () => {
  it('is led to the page by a file of this user alone, so that the token is in no command', async () => {
    const words = join(folder, 'words');
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\necho "$@" > ${words}.new\nmv ${words}.new ${words}\n`);
    chmodSync(join(folder, 'xdg-open'), 0o755);
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
    const opened = await openInBrowser(LINK);
    expect(opened.problem).toBeUndefined();
    await expect.poll(() => existsSync(words), { timeout: 60_000 }).toBe(true);
    const said = readFileSync(words, 'utf8').trim();
    expect(said).toMatch(/^file:\/\/\/\S+\.html$/);
    expect(said).not.toContain('secret');
    const file = fileURLToPath(said);
    expect(readFileSync(file, 'utf8')).toContain(LINK);
    expect(statSync(file).mode & 0o077).toBe(0);
    await opened.forget();
    expect(existsSync(file)).toBe(false);
  });

  it('may be missing, which is said in a line', async () => {
    vi.stubEnv('PATH', folder);
    const opened = await openInBrowser(LINK);
    expect(opened.problem).toBe('No browser could be started (xdg-open is missing): open the link yourself.');
    await opened.forget();
  });
});
