import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedLibrary } from '@entente/relationship/node';
import { displayWidth } from '@entente/run-console';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryConsole, type MemoryConsole } from '../../test/memory-console.js';
import { MATERIAL_KINDS } from './list-options.js';

let cli: MemoryConsole;
beforeEach(() => {
  cli = createMemoryConsole();
});
afterEach(() => cli.remove());

const objectsIn = (text: string): readonly Readonly<Record<string, unknown>>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

describe('list', () => {
  it.each(MATERIAL_KINDS)('names all %s that ship, each on a line that says what it is about', async (kind) => {
    const { personas, couples, turningPoints, scenarios, arcs } = shippedLibrary();
    const known = { personas, couples, 'turning-points': turningPoints, scenarios, arcs }[kind].map(({ id }) => id);
    const { exitCode, stdout } = await cli.run('list', kind);
    const lines = stdout.trimEnd().split('\n');
    expect(exitCode).toBe(0);
    expect(lines.map((line) => line.split(' · ')[0])).toEqual(known);
    for (const line of lines) expect(line).toMatch(/^\S+ · \S.{3,}/);
    expect(objectsIn((await cli.run('list', kind, '--json')).stdout).map(({ id }) => id)).toEqual(known);
  });

  it('chooses by turning point and by category', async () => {
    const byPoint = objectsIn((await cli.run('list', 'scenarios', '--turning-point', 'unlocked-phone', '--json')).stdout);
    expect(byPoint.length).toBeGreaterThan(5);
    expect(new Set(byPoint.map(({ turningPoint }) => turningPoint))).toEqual(new Set(['unlocked phone']));
    const byCategory = objectsIn((await cli.run('list', 'turning-points', '--category', 'modern-life', '--json')).stdout);
    expect(new Set(byCategory.map(({ category }) => category))).toEqual(new Set(['Modern Life']));
  });

  it('lists those of a study with those that ship, and marks them', async () => {
    mkdirSync(join(cli.cwd, 'mine'));
    writeFileSync(join(cli.cwd, 'mine/study.yaml'), 'name: mine\nprogram: relationship\n');
    writeFileSync(join(cli.cwd, 'mine/personas.yaml'), '- { name: Zoe, description: Quick to trust. }\n');
    const { stdout } = await cli.run('list', 'personas', '--study', 'mine');
    expect(stdout).toMatch(/^zoe · Zoe \(the study's own\)$/m);
    expect(stdout).toMatch(/^maya · (?!.*own)/m);
    writeFileSync(join(cli.cwd, 'mine/personas.yaml'), '- { name: Zoe, descripton: Quick. }\n');
    expect((await cli.run('list', 'personas', '--study', 'mine')).stderr).toMatch(/^error: mine\/personas\.yaml:1: .*descripton/);
  });

  it('fits a narrow terminal', async () => {
    const narrow = createMemoryConsole({ terminal: 60, env: { NO_COLOR: '1' } });
    const { stdout } = await narrow.run('list', 'couples');
    expect(Math.max(...stdout.split('\n').map((line) => displayWidth(line)))).toBeLessThanOrEqual(60);
    await narrow.remove();
  });

  it.each([
    [['scenes'], /no kind of material "scenes".*there are personas, couples/],
    [['scenarios', '--turning-point', 'unlocked-fone'], /did you mean unlocked-phone\?/],
    [['scenarios', '--category', 'Modern Live'], /did you mean Modern Life\?/],
    [['arcs', '--category', 'Modern Life'], /--category has no effect on arcs/],
  ])('refuses %j in one line', async (words, message) => {
    const { exitCode, stderr } = await cli.run('list', ...words);
    expect(stderr).toMatch(/^error: [^\n]*\n$/);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });
});
