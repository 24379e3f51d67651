import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryConsole, type MemoryConsole } from '../../test/memory-console.js';

const SMALL = ['--model', 'offline', '--scenes', '3', '--durability', 'process'] as const;

let cli: MemoryConsole;
let parent: string;
beforeEach(async () => {
  cli = createMemoryConsole();
  await cli.run('run', 'maya-jonas', ...SMALL, '--quiet');
  parent = runNames()[0]!;
});
afterEach(() => cli.remove());

const runNames = (): readonly string[] => readdirSync(join(cli.cwd, 'runs')).sort();
const story = async (run: string): Promise<string> => (await cli.run('tell', run)).stdout;
/** Scenes and scores of a story, in order: `scene 1`, `score 1 Maya`, ... */
const outline = (told: string): readonly string[] =>
  told.split('\n').flatMap((line) => {
    const scene = /^Scene (\d+) ·/.exec(line);
    const score = /^ {2}commitment after scene (\d+): (\w+) \d/.exec(line);
    return scene ? [`scene ${scene[1]}`] : score ? [`score ${score[1]} ${score[2]}`] : [];
  });
const ALL = [1, 2, 3].flatMap((scene) => [`scene ${scene}`, `score ${scene} Maya`, `score ${scene} Jonas`]);

const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .toSorted();

describe('the story of a run on record', () => {
  it('tells each score at its own scene, in order, with the reason of the judge', async () => {
    const told = await story(parent);
    expect(outline(told)).toEqual(ALL);
    expect(told).toMatch(/commitment after scene 1: Maya \d+\.\d ·\s+\S/);
    expect(told).not.toContain('has not ended');
  });

  it('is what run tells, when it plays and when it is asked again, and what show --story does', async () => {
    const told = await story(parent);
    const withoutHead = (text: string): string => text.slice(text.indexOf('people.\n') + 8);
    expect(told).toMatch(/^.*\nPlayed by the offline model/);
    expect((await cli.run('show', parent, '--story')).stdout).toBe(told);
    expect((await cli.run('run', 'maya-jonas', ...SMALL)).stdout).toContain(withoutHead(told).trimEnd());
    const live = (await cli.run('run', 'maya-jonas', ...SMALL, '--new')).stdout;
    const again = withoutHead(await story(runNames().find((name) => name !== parent)!));
    // The judge answers late, so only the place of scores differs.
    const end = live.search(/^couple +seed/m);
    expect(live.slice(end).replaceAll(/\s+/g, ' ')).toMatch(/First is Maya, second Jonas\. [A-Z][a-z ]+: /);
    expect(linesIn(live.slice(0, end))).toEqual(linesIn(again));
    expect(outline(again)).toEqual(ALL);
  });

  it('says of a fork what it inherited, where it begins, and which replies were edited', async () => {
    const path = 'scene-2/beat-1/choose#0';
    const shown = await cli.run('show', parent, path);
    const reply = JSON.parse(/── reply ─+\n(.*?)\n──/s.exec(shown.stdout)![1]!.replace(/\s+/g, ' ')) as object;
    writeFileSync(join(cli.cwd, 'replies.json'), JSON.stringify({ [path]: { ...reply, deed: 'leaves the room' } }));
    const { exitCode } = await cli.run(
      'fork',
      parent,
      '--at',
      'scene-2',
      '--edit-replies',
      'replies.json',
      '--durability',
      'process',
    );
    expect(exitCode).toBe(0);
    const told = await story(runNames().find((name) => name !== parent)!);
    expect(outline(told)).toEqual(ALL);
    const at = (text: string): number => told.replaceAll(/\s+/g, ' ').indexOf(text);
    const places = [
      at(`Inherited from ${parent}:`),
      at('Scene 1 ·'),
      at('commitment after scene 1'),
      at(`Forked from ${parent} at scene-2, future 0. Edit:`),
      at(`Edited reply: ${path}`),
      at('Scene 2 ·'),
      at(`The next is of an edited reply (${path}).`),
    ];
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  it('goes as far as a run is that has not ended, and says so', async () => {
    await cli.run('run', 'ruth-isaac', ...SMALL, '--quiet', '--schedule', 'sequential', '--max-tokens', '4k');
    const told = await story('ruth-isaac');
    expect(told).toContain('The run has not ended');
  });

  it.each([[['--facts']], [['scene-1']]])('refuses %j beside it, which it would not use', async (more) => {
    const { exitCode, stderr } = await cli.run('show', parent, '--story', ...more);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--story tells the whole run; leave out');
  });
});
