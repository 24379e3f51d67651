import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryConsole, type MemoryConsole } from '../../test/memory-console.js';
import { PROMPT_NAMES } from '../prompts/prompt-names.js';

let cli: MemoryConsole;
const write = (path: string, text: string): void => {
  mkdirSync(join(cli.cwd, path, '..'), { recursive: true });
  writeFileSync(join(cli.cwd, path), text);
};

beforeAll(() => {
  cli = createMemoryConsole();
  write('mine/director/judge.rules.txt', 'Rate {bond} by what they cook in their {tie}.\n');
  write('mine/agent/lines.yaml', "line.reason: ''\nline.story: 'Once: {text}'\n");
  write('wrong/director/judge.ruls.txt', 'x');
  write('wrong/agent/lines.yaml', 'line.situation: Nothing\ntitle.nov: NOW\n');
});
afterAll(() => cli.remove());

describe('relationship-sim prompts', () => {
  it('lists each prompt with its tokens, and a digest', async () => {
    const { exitCode, stdout } = await cli.run('prompts');
    expect(exitCode).toBe(0);
    for (const name of PROMPT_NAMES) expect(stdout).toMatch(new RegExp(`^ {2}${name} +[\\d.k]+ {2}\\w`, 'm'));
    expect(stdout).toMatch(/digest [0-9a-f]{8}\./);
  });

  it('shows a prompt as it is sent, with the words of a folder', async () => {
    const { stdout } = await cli.run('prompts', 'show', 'commitment-score', '--prompts-dir', 'mine');
    expect(stdout).toMatch(/^── system, stable ─+\nRate two people .* by what they cook in their relationship\.$/m);
    expect(stdout).toContain('YOUR TASK: RATE THE COMMITMENT OF PARTNER');
  });

  it('checks a folder: what it changes, what is not used or lost, and how long each prompt gets', async () => {
    const { exitCode, stdout } = await cli.run('prompts', 'check', 'mine');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('mine can be used: 2 texts of its own.');
    expect(stdout).toContain('agent: line.story\ndirector: judge.rules\n');
    expect(stdout).toContain('mine: line.reason in agent/lines.yaml is empty, so our own words are used.');
    expect(stdout).toContain('mine: line.story in agent/lines.yaml does without {scene}');
    expect(stdout).toMatch(/^ {2}commitment-score +[\d.k]+ \([\d.k]+\)$/m);
    expect(stdout).toMatch(/^ {2}summarize +[\d.k]+$/m);
  });

  it('lists every fault of a folder at once, and tells them to a run', async () => {
    const faults = [
      'wrong/agent/lines.yaml:2: there is no word title.nov; did you mean title.now?',
      'wrong/director/judge.ruls.txt: there is no such file; did you mean director/judge.rules.txt?',
      'wrong/agent/lines.yaml:1: line.situation has lost {situation}, without which the prompt is of no use',
    ];
    const checked = await cli.run('prompts', 'check', 'wrong');
    expect(checked.exitCode).toBe(1);
    expect(checked.stderr).toBe(`${faults.join('\n')}\nwrong cannot be used: 3 faults.\n`);
    const played = await cli.run('run', 'maya-jonas', '--model', 'offline', '--prompts-dir', 'wrong');
    expect(played.exitCode).toBe(1);
    expect(played.stderr).toBe(`error: ${faults.join('; ')}.\n`);
    expect(existsSync(join(cli.cwd, 'runs'))).toBe(false);
  });

  it('writes all words into a new folder, which changes nothing', async () => {
    expect((await cli.run('prompts', 'export', 'theirs')).stdout).toMatch(/^\d+ files in theirs; README\.txt/);
    expect((await cli.run('prompts', 'check', 'theirs')).stdout).toContain('theirs holds our own words and no others');
    expect((await cli.run('prompts', 'export', 'theirs')).stderr).toContain('theirs holds prompts already');
  });

  it.each([
    [['show'], 'Say which prompt to show: appraise-memories, '],
    [['show', 'chose'], 'There is no prompt "chose" (did you mean choose?)'],
    [['check'], 'Say which folder to check'],
    [['check', 'nowhere'], 'nowhere is no folder that can be read'],
    [['shwo'], 'prompts cannot "shwo" (did you mean show?)'],
    [['list', 'choose'], 'prompts list takes no name; prompts show choose prints one.'],
  ])('refuses %j', async (words, message) => {
    const { exitCode, stderr } = await cli.run('prompts', ...words);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('a run with words of its own', () => {
  it('is a factor of a study', async () => {
    write('kind/director/judge.rules.txt', 'Rate {bond} kindly by their {tie}.\n');
    write('strict/director/judge.rules.txt', 'Rate {bond} strictly by their {tie}.\n');
    const settings = 'settings: { couples: maya-jonas, model: offline, scenes: 1 }';
    const study = `program: relationship\nname: rubrics\nseeds: 1\n${settings}\nfactors: { promptsDir: [kind, strict] }\n`;
    write('study.yaml', study);
    expect((await cli.run('batch', 'study.yaml', '--quiet', '--runs-dir', 'studied')).exitCode).toBe(0);
    const runs = readdirSync(join(cli.cwd, 'studied'));
    const headers = runs.map((run) => readFileSync(join(cli.cwd, 'studied', run, 'journal.jsonl'), 'utf8').split('\n', 1)[0]);
    expect(headers.map((header) => /Rate \{bond\} (\w+)/.exec(header ?? '')?.[1]).sort()).toEqual(['kindly', 'strictly']);
  });

  it('is another run than one without, and is refused by the offline couple where it reads lines that are gone', async () => {
    const plan = async (...more: readonly string[]) =>
      (await cli.run('run', 'maya-jonas', '--model', 'offline', '--scenes', '1', '--json', ...more)).stdout.match(
        /maya-jonas~s1~[0-9a-f]{8}/,
      )?.[0];
    write('rubric/director/judge.rules.txt', 'Rate {bond} by what they cook in their {tie}.\n');
    const [without, within, copied] = [
      await plan(),
      await plan('--prompts-dir', 'rubric'),
      await plan('--prompts-dir', 'theirs'),
    ];
    expect(within).toBeDefined();
    expect(within).not.toBe(without);
    expect(copied).toBe(without);
    const { exitCode, stderr } = await cli.run('run', 'maya-jonas', '--model', 'offline', '--prompts-dir', 'mine');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'The offline couple reads English prompts only, by titles and lines that your folder changes (agent/line.story)',
    );
  });
});
