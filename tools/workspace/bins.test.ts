import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listProjects } from './list-projects.mjs';
import { runNpm } from './run-npm.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bins = listProjects(root).flatMap(({ folder, bin }) =>
  Object.entries(bin).map(([command, file]) => ({ command, file: path.join(root, folder, file) })),
);

describe.each(bins)('$command', ({ command, file }) => {
  it('shows its help through npx', async () => {
    const { code, output } = await runNpm(['exec', '--no', '--', command, '--help'], { cwd: root, quiet: true });

    expect(output).toContain(command);
    expect(code).toBe(0);
  });

  it('is a file that may be executed', () => {
    expect(statSync(file).mode & 0o111).not.toBe(0);
  });

  it('says in one line how to build where it is not built', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'entente bins '));
    try {
      mkdirSync(path.join(folder, 'bin'));
      const copy = path.join(folder, 'bin', `${command}.mjs`);
      copyFileSync(file, copy);

      const { status, stdout, stderr } = spawnSync(process.execPath, [copy], { encoding: 'utf8' });

      expect(stdout).toBe('');
      expect(stderr).toMatch(/^[^\n]*not built[^\n]*npm run build[^\n]*\n$/);
      expect(status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
