import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const examples = readdirSync(import.meta.dirname).filter((file) => /^\d+-.*\.ts$/.test(file) && !file.endsWith('.test.ts'));

describe('every example', () => {
  const lines: unknown[][] = [];

  beforeEach(() => {
    lines.length = 0;
    vi.spyOn(console, 'log').mockImplementation((...line: unknown[]) => void lines.push(line));
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(examples)('%s runs offline, checks itself and shows something', async (file) => {
    await import(/* @vite-ignore */ `./${file}`);

    expect(lines.length).toBeGreaterThan(0);
  });

  it.each(examples)('%s can be read at a glance', (file) => {
    const source = readFileSync(path.join(import.meta.dirname, file), 'utf8');
    const longest = /^0[23]-/.test(file) ? 20 : 59;

    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(longest);
  });
});
