import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSleeplessClock } from '@entente/llm-clients/testing';
import { displayWidth } from '@entente/run-console';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryConsole, type MemoryConsole } from '../../test/memory-console.js';
import { relationshipCommandLine } from './relationship-command-line.js';

const SMALL = ['--model', 'offline', '--scenes', '2', '--interactions-per-scene', '2', '--durability', 'process'] as const;

let cli: MemoryConsole;
beforeEach(() => {
  cli = createMemoryConsole();
});
afterEach(() => cli.remove());

const linesOf = (text: string): readonly Readonly<Record<string, unknown>>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

const runNames = (): readonly string[] => readdirSync(join(cli.cwd, 'runs')).sort();

describe('relationship-sim', () => {
  it('explains every verb, with an example that names the verb', async () => {
    for (const { name } of relationshipCommandLine.verbs) {
      const { exitCode, stdout } = await cli.run(name, '--help');
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(new RegExp(`Examples?:\\n  relationship-sim ${name}`));
    }
  });

  it('lists its verbs when it is given none', async () => {
    const { exitCode, stdout } = await cli.run();
    expect(exitCode).toBe(0);
    for (const verb of ['run', 'batch', 'demo', 'resume', 'fork', 'replay', 'runs', 'show', 'report', 'doctor', 'view'])
      expect(stdout).toContain(`  ${verb} `);
  });

  it('does not play a run over again that stands damaged under another name', async () => {
    await cli.run('run', 'maya-jonas', ...SMALL, '--quiet');
    const [name] = runNames();
    renameSync(join(cli.cwd, 'runs', name!), join(cli.cwd, 'runs', 'renamed'));
    const file = join(cli.cwd, 'runs', 'renamed', 'journal.jsonl');
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.toSpliced(-5, 1).join('\n'));
    const { exitCode, stdout, stderr } = await cli.run('run', 'maya-jonas', ...SMALL, '--quiet');
    expect(exitCode).toBe(1);
    expect(stdout + stderr).toMatch(/journal of renamed, line \d+ \(scene-2\)/);
    expect(runNames()).toEqual(['renamed']);
  });

  it('says of an open run that a copy of it has gone on differently', async () => {
    await cli.run('run', 'maya-jonas', ...SMALL, '--quiet');
    const [name] = runNames();
    const file = join(cli.cwd, 'runs', name!, 'journal.jsonl');
    cpSync(join(cli.cwd, 'runs', name!), join(cli.cwd, 'runs', 'a'), { recursive: true });
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${lines.slice(0, -30).join('\n')}\n`);
    renameSync(join(cli.cwd, 'runs', name!), join(cli.cwd, 'runs', 'b'));
    const { exitCode, stdout, stderr } = await cli.run('resume', '--all');
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`a, b are copies of ${name} that went on differently`);
    expect((await cli.run('run', 'maya-jonas', ...SMALL, '--quiet')).exitCode).toBe(0);
    expect(readFileSync(join(cli.cwd, 'runs', 'b', 'journal.jsonl'), 'utf8').split('\n')).toHaveLength(lines.length - 29);
  });

  it('tells the story of a run and says where it is kept', async () => {
    const { exitCode, stdout } = await cli.run('run', 'maya-jonas', ...SMALL);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Maya & Jonas');
    expect(stdout).toMatch(/Scene 1 · /);
    expect(stdout).toMatch(/commitment after scene 2: Jonas \d/);
    expect(stdout).toContain('Played by the offline model');
    expect(stdout).toContain(`runs/${runNames()[0]}`);
    expect(runNames()[0]).toMatch(/^maya-jonas~s1~[0-9a-f]{8}$/);
  });

  it('says nothing but the result when it is to be quiet', async () => {
    const { stdout, stderr } = await cli.run('run', 'maya-jonas', ...SMALL, '--quiet');
    expect(stdout).not.toMatch(/Scene 1 · /);
    expect(stdout).toContain('outcome');
    expect(stderr).toBe('');
  });

  it('plays a batch, totals it, and skips what is finished when it is asked again', async () => {
    const batch = ['batch', '--pairs', 'maya-jonas,ruth-isaac', '--seeds', '2', ...SMALL];
    const first = await cli.run(...batch);
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toMatch(/^4 runs /m);
    expect(runNames()).toHaveLength(4);
    const journals = runNames().map((name) => readFileSync(join(cli.cwd, 'runs', name, 'journal.jsonl'), 'utf8'));

    const second = await cli.run(...batch);
    expect(second.exitCode).toBe(0);
    expect(second.stdout).toContain('4 runs had finished before and were not played again');
    expect(runNames().map((name) => readFileSync(join(cli.cwd, 'runs', name, 'journal.jsonl'), 'utf8'))).toEqual(journals);
  });

  it('adds a replicate under --new, and another the next time', async () => {
    const run = ['run', 'maya-jonas', ...SMALL, '--quiet'];
    await cli.run(...run);
    await cli.run(...run, '--new');
    await cli.run(...run, '--new');
    expect(runNames().map((name) => name.replace(/~[0-9a-f]{8}$/, ''))).toEqual([
      'maya-jonas~s1',
      'maya-jonas~s1~r1',
      'maya-jonas~s1~r2',
    ]);
  });

  it('gives other runs other names when the settings differ', async () => {
    await cli.run('run', 'maya-jonas', ...SMALL, '--quiet');
    await cli.run('run', 'maya-jonas', ...SMALL, '--quiet', '--choices', 'offered');
    await cli.run('run', 'maya-jonas', ...SMALL, '--quiet', '--schedule', 'sequential', '--concurrency', '1');
    expect(runNames()).toHaveLength(2);
  });

  it('plays the demo in a fresh folder each time', async () => {
    const demo = ['demo', '--latency', '0', '--scenes', '2', '--pairs', 'maya-jonas,ruth-isaac'];
    expect((await cli.run(...demo)).exitCode).toBe(0);
    expect((await cli.run(...demo)).exitCode).toBe(0);
    const [first, second] = runNames();
    expect(first).toMatch(/^demo-/);
    expect(readdirSync(join(cli.cwd, 'runs', second!))).toHaveLength(2);
  });

  it('writes events and nothing else to stdout under --json', async () => {
    const { stdout, stderr, exitCode } = await cli.run('batch', '--pairs', 'maya-jonas', ...SMALL, '--json');
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    expect(events.map(({ event }) => event)).toEqual([
      'batch-planned',
      'run-started',
      'step-ended',
      'step-ended',
      'run-ended',
      'batch-ended',
    ]);
    expect(events.at(-1)).toMatchObject({ completed: 1, failed: 0, interrupted: 0 });
  });

  it('writes facts too when one run is watched under --json', async () => {
    const { stdout } = await cli.run('run', 'maya-jonas', ...SMALL, '--json');
    const facts = stdout.split('\n').filter((line) => line.includes('"event":"fact-recorded"'));
    expect(facts.some((line) => line.includes('commitment-scored'))).toBe(true);
  });

  describe('over what is on record', () => {
    beforeEach(async () => {
      await cli.run('run', 'maya-jonas', ...SMALL, '--quiet');
    });

    it('lists runs, with how far they are', async () => {
      const { stdout } = await cli.run('runs');
      expect(stdout).toMatch(/maya-jonas~s1~\S+ .*completed +scene-2/);
    });

    it('replays a run and finds it the same', async () => {
      const { exitCode, stdout } = await cli.run('replay', 'maya-jonas');
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/^same {2}maya-jonas~s1~[0-9a-f]{8}: \d+ facts from \d+ recorded answers, to its end/);
    });

    it('finds a difference when a fact on record was changed, and says where', async () => {
      const file = join(cli.cwd, 'runs', runNames()[0]!, 'journal.jsonl');
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(
          /"type":"commitment-scored",(.*?)"score":[\d.]+/,
          '"type":"commitment-scored",$1"score":0.5',
        ),
      );
      const { exitCode, stderr } = await cli.run('replay', 'maya-jonas');
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/^error: journal of maya-jonas~\S+, line \d+ \(scene-2\): it was changed after it was written.*\n$/);
    });

    it('shows the tree of calls, and a call in full', async () => {
      const tree = await cli.run('show', 'maya-jonas');
      expect(tree.stdout).toMatch(/├ opening#0 +initialize/);
      const call = await cli.run('show', 'maya-jonas', 'scene-1/beat-1/choose');
      for (const part of ['scene-1/beat-1/choose#0', '── system, stable', '── reply', '── value', '── attempt', '"deed"'])
        expect(call.stdout).toContain(part);
    });

    it('shows a branch of the tree', async () => {
      const { stdout } = await cli.run('show', 'maya-jonas', 'scene-2');
      expect(stdout).toContain('scene-2');
      expect(stdout).not.toContain('scene-1');
    });

    it('names the nearest path when there is no such call', async () => {
      const { exitCode, stderr } = await cli.run('show', 'maya-jonas', 'scene-1/openning#0');
      expect(exitCode).toBe(2);
      expect(stderr).toContain('did you mean scene-1/opening#0?');
    });

    it('reports trajectories, timing and usage as tables', async () => {
      const { stdout } = await cli.run('report');
      for (const title of [
        'Results',
        'Commitment after each scene',
        'Time',
        'Usage by prompt',
        'Usage by model',
        'Usage by step',
      ])
        expect(stdout).toContain(title);
      expect(stdout).toContain('No score is missing.');
    });

    it('reports a table as CSV into a file', async () => {
      const { exitCode } = await cli.run('report', '--format', 'csv', '--tables', 'commitment', '--out', 'c.csv');
      expect(exitCode).toBe(0);
      const lines = readFileSync(join(cli.cwd, 'c.csv'), 'utf8').trimEnd().split('\n');
      expect(lines[0]).toBe(
        'run,study,condition,couple,seed,replicate,forkedFrom,forkedAt,future,edit,scene,inherited,category,turningPoint,scenario,insteadOf,ending,partner,place,role,score,missing,missingDetail,reason,model,judge,offline',
      );
      expect(lines).toHaveLength(1 + 2 * 2);
      for (const line of lines.slice(1)) expect(line).toMatch(/,true$/);
    });

    it('explains every column of every table in a codebook', async () => {
      const rows = linesOf((await cli.run('report', '--format', 'jsonl')).stdout);
      const codebook = linesOf((await cli.run('report', '--codebook', '--format', 'jsonl')).stdout);
      for (const { table, ...row } of rows) {
        for (const column of Object.keys(row))
          expect(codebook).toContainEqual(
            expect.objectContaining({
              table: 'codebook',
              of: table,
              column,
              meaning: expect.stringMatching(/\.$/),
              unit: expect.stringMatching(/./),
            }),
          );
      }
      const { stdout } = await cli.run('report', '--codebook', '--format', 'csv', '--tables', 'commitment');
      expect(stdout).toMatch(/^of,column,shown,meaning,unit,absent\ncommitment,run,run,Name of the run/);
      expect((await cli.run('report', '--tables', 'codebook')).stdout).toContain('no value where');
    });

    it('lays tables out for the width that is asked for, and for any where there is no terminal', async () => {
      const [name] = runNames();
      for (const width of [40, 60, 80, 100, 120]) {
        const { stdout } = await cli.run('report', '--width', String(width));
        expect(stdout).toContain(name);
        for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
      expect((await cli.run('runs', '--width', '40')).stdout).toContain(name);
      expect((await cli.run('report')).stdout).toMatch(/^.{120,}$/m);
      expect((await cli.run('report', '--width', '39')).stderr).toContain('write a whole number of at least 40');
      expect((await cli.run('report', '--width', '80', '--format', 'csv')).stderr).toContain('leave it out with --format csv');
      expect((await cli.run('runs', '--width', '80', '--json')).stderr).toContain('leave it out with --json');
    });

    it('reports every table as JSON Lines', async () => {
      const { stdout } = await cli.run('report', '--format', 'jsonl');
      const rows = linesOf(stdout);
      expect(rows.every(({ offline }) => offline === true)).toBe(true);
      expect(new Set(rows.map(({ table }) => table))).toEqual(
        new Set(['results', 'commitment-curves', 'commitment', 'timing', 'by-prompt', 'by-model', 'by-step']),
      );
    });

    it('has nothing to resume when everything has ended', async () => {
      const { exitCode, stderr } = await cli.run('resume', '--all');
      expect(exitCode).toBe(0);
      expect(stderr).toContain('there is nothing to resume');
    });

    it('finds a run by its folder from anywhere', async () => {
      const { exitCode } = await cli.run('replay', `runs/${runNames()[0]}`, '--runs-dir', 'elsewhere');
      expect(exitCode).toBe(0);
    });
  });

  it('stops on Ctrl-C, says how to resume, and ends equal to an undisturbed run', async () => {
    const batch = ['batch', '--pairs', 'maya-jonas,ruth-isaac', ...SMALL];
    const undisturbed = createMemoryConsole();
    await undisturbed.run(...batch);
    const started = new Set<string>();
    const stopping = createMemoryConsole({
      onStderr: (text) => {
        const before = started.size;
        for (const [, name = ''] of text.matchAll(/(maya-jonas|ruth-isaac)[^\n]*started/g)) started.add(name);
        if (before < 2 && started.size === 2) stopping.signals.emit('SIGINT');
      },
    });
    try {
      const stopped = await stopping.run(...batch, '--latency', 'fixed:5ms');
      expect(stopped.exitCode).toBe(130);
      expect(stopped.stderr).toContain('Stopping: no new call starts');
      expect(stopped.stdout).toMatch(
        /interrupted {2}2 runs: stopped by Ctrl-C.*\n {2}maya-jonas~s1~[0-9a-f]{8}\n {2}ruth-isaac~s1~/,
      );
      expect(stopped.stdout).toContain('All of them: npx relationship-sim resume --all');
      expect(stopping.signals.listenerCount('SIGINT')).toBe(0);

      expect((await stopping.run('runs')).stdout).toContain('interrupted (stopped)');
      const resumed = await stopping.run('resume', '--all');
      expect(resumed.exitCode).toBe(0);
      const results = ['report', '--format', 'csv', '--tables', 'commitment'];
      expect((await stopping.run(...results)).stdout).toBe((await undisturbed.run(...results)).stdout);
    } finally {
      await stopping.remove();
      await undisturbed.remove();
    }
  });

  it('stops at a token budget, and goes on with a larger one', async () => {
    const run = ['run', 'maya-jonas', ...SMALL, '--quiet'];
    const stopped = await cli.run(...run, '--max-tokens', '9k');
    expect(stopped.exitCode).toBe(1);
    expect(stopped.stdout).toContain('the token budget of 9000 is used up');
    const again = await cli.run(...run);
    expect(again.exitCode).toBe(0);
    expect((await cli.run('replay', 'maya-jonas')).exitCode).toBe(0);
  });

  it('refuses a money budget where a price is unknown, before anything is written', async () => {
    const model = 'vllm-thing@http://127.0.0.1:9/v1';
    const { exitCode, stderr } = await cli.run('run', 'maya-jonas', '--model', model, '--max-cost', '2');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error: The price of openai:vllm-thing is not known.*or bound tokens instead\.\n$/);
    expect(existsSync(join(cli.cwd, 'runs'))).toBe(false);
  });

  it('drops the answers of the open scene under --reask, after saying how many', async () => {
    await cli.run('run', 'maya-jonas', ...SMALL, '--quiet', '--max-tokens', '9k');
    const { exitCode, stderr } = await cli.run('resume', 'maya-jonas', '--reask');
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/\d+ answers? of the open step (is|are) dropped and paid again/);
    expect((await cli.run('replay', 'maya-jonas')).exitCode).toBe(0);
  });

  it('asks resumed runs as they were begun, whatever the config file says by now', async () => {
    writeFileSync(join(cli.cwd, 'entente.config.yaml'), 'models:\n  offline:\n    sampling: { temperature: 0.3 }\n');
    await cli.run('run', 'maya-jonas', ...SMALL, '--quiet', '--max-tokens', '9k');
    writeFileSync(join(cli.cwd, 'entente.config.yaml'), 'models:\n  offline:\n    sampling: { temperature: 0.9 }\n');
    await cli.run('resume', '--all', '--quiet');
    const header = readFileSync(join(cli.cwd, 'runs', runNames()[0]!, 'journal.jsonl'), 'utf8').split('\n')[0]!;
    expect(header).toContain('"temperature":0.3');
    expect((await cli.run('replay', 'maya-jonas')).exitCode).toBe(0);
    await cli.run('run', 'maya-jonas', ...SMALL, '--quiet');
    expect(runNames()).toHaveLength(2);
  });

  it('draws progress on a terminal in place, and leaves nothing of it behind', async () => {
    const terminal = createMemoryConsole({ terminal: 80 });
    try {
      const { stderr, stdout } = await terminal.run(
        'batch',
        '--pairs',
        'maya-jonas,ruth-isaac',
        ...SMALL,
        '--latency',
        'fixed:20ms',
      );
      expect(stderr).toContain('of 2 done');
      expect(stderr).toContain('Maya & Jonas');
      expect(stderr.endsWith('\u001b[J')).toBe(true);
      const widest = Math.max(
        ...stdout
          .replace(/\u001b\[\d+m/g, '')
          .split('\n')
          .filter((line) => /─|Maya|runs /.test(line))
          .map((line) => line.length),
      );
      expect(widest).toBeLessThanOrEqual(80);
    } finally {
      await terminal.remove();
    }
  });

  it('uses no colours where NO_COLOR is set', async () => {
    const plain = createMemoryConsole({ terminal: 80, env: { NO_COLOR: '1' } });
    try {
      expect((await plain.run('couples')).stdout).not.toContain('\u001b');
    } finally {
      await plain.remove();
    }
  });

  it('passes the doctor offline', async () => {
    const { exitCode, stdout } = await cli.run('doctor', '--model', 'offline');
    expect(exitCode).toBe(0);
    for (const check of [
      'Node',
      'runs folder',
      'key',
      'plain call',
      'structured call',
      'eight at once',
      'parameters',
      'rate limits',
      'price',
      'embedding',
    ]) {
      expect(stdout).toMatch(new RegExp(`(ok|note) +${check.replace('.', '\\.')} `));
    }
  });

  it('lets the doctor name the missing key and what to do, and never shows one', async () => {
    const missing = await cli.run('doctor', '--model', 'openai:gpt-4o-mini');
    expect(missing.exitCode).toBe(1);
    expect(missing.stdout).toMatch(/failed +key +.*OPENAI_API_KEY/);
    const sleepless = createMemoryConsole({ clock: createSleeplessClock() });
    const refused = await sleepless.run('doctor', '--model', 'gpt-4o-mini@http://127.0.0.1:9/v1#sk-secret-42', '--json');
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout + refused.stderr).not.toContain('sk-secret-42');
    await sleepless.remove();
  });

  describe('one clear line and a non-zero exit for', () => {
    const mistakes: readonly (readonly [string, readonly string[], number, RegExp])[] = [
      ['an unknown option', ['run', 'maya-jonas', '--sceens', '2'], 2, /unknown option "--sceens" \(Did you mean --scenes\?\)/],
      ['an unknown verb', ['bach'], 2, /unknown verb "bach".*Did you mean batch\?/],
      ['no couple', ['run'], 2, /missing required argument "couple"/],
      ['an unknown couple', ['run', 'maya-jona'], 2, /There is no couple "maya-jona" \(did you mean maya-jonas\?\)/],
      ['a bad seed list', ['batch', '--seeds', '1,,5'], 2, /--seeds cannot be "1,,5"/],
      ['a seed named twice', ['batch', '--seeds', '1,5,1'], 2, /--seeds names the seed 1 twice/],
      ['no scenes', ['run', 'maya-jonas', '--scenes', '0'], 2, /--scenes cannot be "0"/],
      ['a missing key', ['run', 'maya-jonas', '--model', 'openai:gpt-4o-mini'], 1, /set OPENAI_API_KEY/],
      ['a model nobody serves', ['run', 'maya-jonas', '--model', 'nobody'], 1, /does not say who serves it/],
      ['an unknown run', ['show', 'maya-jonas'], 2, /There is no run in runs/],
      ['a resume of nothing', ['resume'], 2, /Say which runs to resume, or --all/],
      ['a config file that is not there', ['run', 'maya-jonas', '--config', 'no.yaml'], 1, /no\.yaml cannot be read/],
      [
        'a latency that cannot be read',
        ['run', 'maya-jonas', '--model', 'offline', '--latency', 'soon'],
        1,
        /"soon" is not understood/,
      ],
      ['an unknown table', ['report', '--tables', 'x'], 2, /There is no run in runs/],
    ];
    it.each(mistakes)('%s', async (_name, argv, code, message) => {
      const { exitCode, stdout, stderr } = await cli.run(...argv);
      expect(exitCode).toBe(code);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^error: [^\n]*\n$/);
      expect(stderr).toMatch(message);
      expect(existsSync(join(cli.cwd, 'runs'))).toBe(false);
    });

    it('a folder that is a file', async () => {
      writeFileSync(join(cli.cwd, 'runs'), '');
      const { exitCode, stderr } = await cli.run('run', 'maya-jonas', '--model', 'offline');
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/^error: [^\n]*runs cannot be a folder[^\n]*--runs-dir\.\n$/);
    });

    it('a journal that cannot be read', async () => {
      mkdirSync(join(cli.cwd, 'runs', 'broken'), { recursive: true });
      writeFileSync(join(cli.cwd, 'runs', 'broken', 'journal.jsonl'), 'no json\n');
      const { exitCode, stderr } = await cli.run('runs');
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/^journal of broken, line 1: the header of the run is lost or damaged \(not JSON\)[^\n]*\n/);
    });
  });
});
