import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runNode } from './run-node.mjs';

let folder: string;

function write(file: string, text: string): string {
  writeFileSync(path.join(folder, file), text);
  return path.join(folder, file);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente run node '));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('runNode', () => {
  it('gives the exit code and, when quiet, everything that was said, in a path with spaces', async () => {
    const program = write('talk.mjs', 'console.log(process.argv[2]); console.error("but"); process.exitCode = 3;');

    const { code, output } = await runNode(program, ['two words'], { cwd: folder, quiet: true });

    expect(code).toBe(3);
    expect(output.split('\n').sort()).toEqual(['', 'but', 'two words']);
  });

  it(
    'passes a polite kill on, and does nothing after the program has ended',
    { skip: process.platform === 'win32' },
    async () => {
      const program = write(
        'wait.mjs',
        "process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('ready');",
      );
      const module = pathToFileURL(path.join(import.meta.dirname, 'run-node.mjs')).href;
      const outer = write(
        'outer.mjs',
        `const { runNode } = await import(${JSON.stringify(module)});
       await runNode(${JSON.stringify(program)}, [], { cwd: '.' });
       console.log('went on');`,
      );
      const child = spawn(process.execPath, [outer], { stdio: ['ignore', 'pipe', 'inherit'] });
      const lines: string[] = [];
      const reader = createInterface({ input: child.stdout });
      reader.on('line', (line) => {
        lines.push(line);
        child.kill('SIGTERM');
      });

      const [code] = (await once(child, 'close')) as [number];

      expect(code).toBe(7);
      expect(lines).toEqual(['ready']);
    },
  );
});
