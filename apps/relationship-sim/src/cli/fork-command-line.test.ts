import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flag, journalVerbs, runCommandLine } from '@entente/run-console';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryConsole, type MemoryConsole } from '../../test/memory-console.js';
import { COUPLE_WORDS } from '../couple-runs/couple-words.js';
import { relationshipKind } from '../relationship-kind.js';
import { readRunSpec } from '../couple-runs/run-spec.js';
import { relationshipCommandLine } from './relationship-command-line.js';

const SMALL = ['--model', 'offline', '--scenes', '3', '--interactions-per-scene', '2', '--durability', 'process'] as const;

let cli: MemoryConsole;
let parent: string;
beforeEach(async () => {
  cli = createMemoryConsole();
  await cli.run('run', 'maya-jonas', ...SMALL, '--quiet');
  parent = runNames()[0]!;
});
afterEach(() => cli.remove());

const runNames = (): readonly string[] => readdirSync(join(cli.cwd, 'runs')).sort();
const forkNames = (): readonly string[] => runNames().filter((name) => name !== parent);
const journalOf = (name: string): string => readFileSync(join(cli.cwd, 'runs', name, 'journal.jsonl'), 'utf8');
const headerOf = (name: string) =>
  JSON.parse(journalOf(name).split('\n')[0]!) as {
    spec: { models: Record<string, { modelId: string }>; settings: object };
    labels: object;
    forkedFrom: object;
  };
const fork = (...argv: readonly string[]) => cli.run('fork', parent, ...argv, '--durability', 'process');
/** Facts of one type of a run, in order. */
const factsOf = async (name: string, type: string): Promise<readonly string[]> =>
  (await cli.run('show', name, '--facts')).stdout.split('\n').filter((line) => line.includes(`"type":"${type}"`));
/** Distinct facts of a scene over these runs. It reads them one after another, since a console keeps the output of one command. */
const sceneIn = async (names: readonly string[], scene: string): Promise<readonly string[]> => {
  const told = new Set<string>();
  for (const name of names) told.add((await cli.run('show', name, scene, '--facts')).stdout);
  return [...told].sort();
};

const replyOf = async (path: string): Promise<string> => {
  const line = journalOf(parent)
    .split('\n')
    .find((each) => each.startsWith('{"type":"answer-recorded"') && each.includes(`"path":"${path}"`));
  return (JSON.parse(line ?? '{}') as { result: { text: string } }).result.text;
};
const choiceOf = async (path: string): Promise<object> => JSON.parse(await replyOf(path)) as object;

describe('relationship-sim fork', () => {
  it('plays as many futures as are asked for, with one past, and says what came of them', async () => {
    const { exitCode, stdout, stderr } = await fork('--at', 'scene-2', '--times', '3');
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`3 forks of ${parent} at scene-2: nothing is changed.`);
    expect(stdout).toMatch(/^future +couple/m);
    expect(stdout.split('\n').filter((line) => /^ +[012] {2}Maya & Jonas +3 /.test(line))).toHaveLength(3);
    expect(forkNames()).toHaveLength(3);
    const family = [parent, ...forkNames()];
    expect(await sceneIn(family, 'scene-1')).toHaveLength(1);
    expect(await sceneIn(family, 'scene-2')).toHaveLength(1);
    expect(await sceneIn(family, 'scene-3')).toHaveLength(4);
    for (const name of forkNames()) expect((await cli.run('replay', name)).exitCode).toBe(0);
  });

  it('skips forks that have ended when it is asked again, and adds the futures that there are not yet', async () => {
    await fork('--at', 'scene-2', '--times', '2', '--quiet');
    const before = forkNames().map(journalOf);
    const { stdout } = await fork('--at', 'scene-2', '--times', '3', '--quiet');
    expect(stdout).toContain('2 runs had finished before and were not played again (a greater --times draws further futures)');
    expect(forkNames()).toHaveLength(3);
    expect(forkNames().map(journalOf)).toEqual(expect.arrayContaining(before));
  });

  it('resumes a fork that broke off, with the same command or with resume', async () => {
    const stopped = await fork('--at', 'scene-2', '--times', '2', '--max-tokens', '4k', '--schedule', 'sequential');
    expect(stopped.exitCode).toBe(1);
    expect(stopped.stdout).toContain('the token budget of 4000 is used up');
    const again = await fork('--at', 'scene-2', '--times', '2', '--quiet');
    expect(again.exitCode).toBe(0);
    const broken = [...forkNames()];
    await fork('--at', 'scene-3', '--set', 'settings.scenes=6', '--max-tokens', '9k', '--quiet');
    const [name] = forkNames().filter((each) => !broken.includes(each));
    expect((await cli.run('resume', name!, '--quiet')).exitCode).toBe(0);
    expect((await cli.run('replay', name!)).stdout).toContain('to its end');
  });

  it('changes settings from the step on, and is replayed from there', async () => {
    const { exitCode, stderr } = await fork(
      '--at',
      'scene-2',
      '--set',
      'settings.interactionsPerScene=3',
      '--set',
      'settings.scenes=4',
    );
    expect(exitCode).toBe(0);
    expect(stderr).toContain('settings.interactionsPerScene=3 settings.scenes=4');
    const [name] = forkNames();
    const beats = (await factsOf(name!, 'beat-narrated')).map((line) => line.split(' ')[0]);
    expect(beats).toEqual(['scene-1', 'scene-1', ...['scene-2', 'scene-3', 'scene-4'].flatMap((scene) => [scene, scene, scene])]);
    expect(headerOf(name!).labels).toEqual({ edit: 'settings.interactionsPerScene=3 settings.scenes=4' });
    expect(await factsOf(name!, 'scene-ended')).toSatisfy((lines: readonly string[]) =>
      lines.every((line) => !line.includes('cut-short')),
    );
    expect((await cli.run('replay', name!)).stdout).toContain('What it took over before scene-2 was played by other settings');
  });

  it('chooses scenes by the arc and the order that it sets, and says from where on', async () => {
    const settingsIn = async (name: string) =>
      (await factsOf(name, 'settings-changed')).map((line) => ({
        step: line.split(' ')[0],
        settings: (JSON.parse(line.slice(line.indexOf('{'))) as { settings: object }).settings,
      }));
    expect(await settingsIn(parent)).toEqual([]);
    const fixed = ['--at', 'scene-2', '--set', 'settings.arc=loss', '--quiet'];
    const byState = ['--at', 'scene-2', '--set', 'settings.order=by-state', '--quiet'];
    for (const [argv, wanted] of [
      [fixed, { order: 'fixed', arc: 'loss' }],
      [byState, { order: 'by-state' }],
    ] as const) {
      const before = forkNames();
      expect((await fork(...argv)).exitCode).toBe(0);
      const [name] = forkNames().filter((each) => !before.includes(each));
      const changed = await settingsIn(name!);
      expect(changed).toHaveLength(1);
      expect(changed[0]).toMatchObject({ step: 'scene-2', settings: wanted });
      expect(changed[0]?.settings).toMatchObject(headerOf(name!).spec.settings);
      expect((await cli.run('replay', name!)).exitCode).toBe(0);
    }
    const opened: string[] = [];
    for (const name of forkNames()) opened.push(...(await factsOf(name, 'scene-opened')));
    expect(opened.join('\n')).toMatch(/^scene-2 .*"scenario":"loss-/m);
  });

  it('changes who plays, leaves a judge of its own alone, and keeps keys out of everything it writes', async () => {
    const model = 'gpt-4o-mini@http://127.0.0.1:9/v1#sk-secret-42';
    const { stderr, stdout } = await fork(
      '--at',
      'scene-2',
      '--set',
      'judgeModel=offline',
      '--set',
      `secondPartner.model=${model}`,
      '--max-tokens',
      '1',
    );
    expect(stderr).toContain('secondPartner.model=gpt-4o-mini@http://127.0.0.1:9/v1');
    const [name] = forkNames();
    const { models } = headerOf(name!).spec;
    expect([models['actor'], models['secondActor'], models['judge']].map((each) => each?.modelId)).toEqual([
      'offline',
      'gpt-4o-mini',
      'offline',
    ]);
    expect(stderr + stdout + journalOf(name!)).not.toContain('sk-secret-42');
  });

  it('puts replies in the place of those on record', async () => {
    const path = 'scene-2/beat-1/choose#0';
    const shown = await cli.run('show', parent, path);
    const reply = JSON.parse(/── reply ─+\n(.*?)\n──/s.exec(shown.stdout)![1]!.replace(/\s+/g, ' ')) as object;
    writeFileSync(join(cli.cwd, 'replies.json'), JSON.stringify({ [path]: { ...reply, deed: 'packs a bag and leaves' } }));
    const { exitCode, stderr } = await fork('--at', 'scene-2', '--edit-replies', 'replies.json');
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/at scene-2: replies of replies\.json \([0-9a-f]{8}\)\.\n/);
    const [name] = forkNames();
    expect((await factsOf(name!, 'choice-made'))[2]).toContain('packs a bag and leaves');
    expect((await cli.run('replay', name!)).exitCode).toBe(0);
  });

  it('shows an edited reply as edited, and takes it as text too', async () => {
    const path = 'scene-2/beat-1/choose#0';
    const choice = { ...(await choiceOf(path)), deed: 'packs a bag and leaves' };
    writeFileSync(join(cli.cwd, 'replies.json'), JSON.stringify({ [path]: `Here it is: ${JSON.stringify(choice)}` }));
    await fork('--at', 'scene-2', '--edit-replies', 'replies.json', '--quiet');
    const [name] = forkNames();
    expect(name).toMatch(/~scene-2-e[0-9a-f]{7}-0$/);
    const tree = (await cli.run('show', name!)).stdout;
    expect(tree.split('\n').filter((line) => /edited/.test(line))).toHaveLength(1);
    expect((await cli.run('show', name!, path)).stdout).toContain('reply, edited');
  });

  it('calls a fork whose edits are what is on record a control, and says so', async () => {
    await fork('--at', 'scene-2', '--quiet');
    const path = 'scene-2/beat-1/choose#0';
    writeFileSync(join(cli.cwd, 'replies.json'), JSON.stringify({ [path]: await replyOf(path) }));
    const { stderr, stdout } = await fork('--at', 'scene-2', '--edit-replies', 'replies.json', '--set', 'settings.scenes=3');
    expect(stderr).toContain(`The edited reply at ${path} is the one on record in ${parent}: no edit.`);
    expect(stderr).toContain(`--set settings.scenes=3 is how ${parent} goes on anyway: no edit.`);
    expect(stderr).toContain('nothing is changed');
    expect(stdout).toContain('had finished before');
    expect(forkNames()).toEqual([`${parent}~scene-2-0`]);
  });

  it('draws the same chances for the same future under every edit', async () => {
    await fork('--at', 'scene-2', '--times', '2', '--quiet');
    const controls = forkNames();
    await fork('--at', 'scene-2', '--set', 'settings.scenes=4', '--times', '2', '--quiet');
    const edited = forkNames().filter((name) => !controls.includes(name));
    expect(await sceneIn(controls, 'scene-3')).toHaveLength(2);
    expect(await sceneIn(edited, 'scene-3')).toEqual(await sceneIn(controls, 'scene-3'));
  });

  it('puts events into scenes that are still to come, known to whom it says, with the draws of the control', async () => {
    await fork('--at', 'scene-2', '--quiet');
    const [control] = forkNames();
    const letter = 'The letter from the clinic has come.';
    const { exitCode, stderr } = await fork(
      ...['--at', 'scene-2', '--event', letter, '--event', 'scene-3: The train is on strike.'],
      ...['--known-to', 'Maya', '--known-to', 'both'],
    );
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`scene-2: event scene-2 known to Maya "${letter}", scene-3 "The train is on strike."`);
    const [name] = forkNames().filter((each) => each !== control);
    const events = (await factsOf(name!, 'event-injected')).map((line) => JSON.parse(line.slice(line.indexOf('{'))) as object);
    const maya = (headerOf(name!).spec as unknown as { roles: { A: number } }).roles.A === 0 ? 'A' : 'B';
    expect(events).toEqual([
      { type: 'event-injected', scene: 2, event: letter, knownTo: [maya] },
      { type: 'event-injected', scene: 3, event: 'The train is on strike.', knownTo: ['A', 'B'] },
    ]);
    const drawn = async (run: string) => (await factsOf(run, 'scene-opened')).map((line) => /"scenario":"[^"]*"/.exec(line)?.[0]);
    expect(await drawn(name!)).toEqual(await drawn(control!));
    const seedOf = (run: string) => (JSON.parse(journalOf(run).split('\n')[0]!) as { seed: string }).seed;
    expect(seedOf(name!)).toBe(seedOf(control!));
    const told = (await cli.run('tell', name!)).stdout;
    expect(told).toContain(letter);
    expect(told).toBe((await cli.run('show', name!, '--story')).stdout);
    expect((await cli.run('replay', name!)).exitCode).toBe(0);
    const compared = await cli.run('report', '--forks', parent);
    expect(compared.stdout).toContain('event scene-2 known to Maya');
  });

  it('draws the first scene of a control anew on request, and compares events with that one', async () => {
    await fork('--at', 'scene-2', '--times', '2');
    const event = ['--at', 'scene-2', '--times', '2', '--event', 'The letter from the clinic has come.'];
    await fork(...event);
    const frozen = (await cli.run('report', '--forks', parent)).stdout.replace(/\s+/g, ' ');
    expect(frozen).toContain('fork --at scene-2 --redraw makes a control that draws it anew as well');

    const { exitCode, stderr } = await fork('--at', 'scene-2', '--times', '2', '--redraw');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('nothing is changed, and that step is drawn anew');
    const redrawn = forkNames().filter((name) => name.includes('-redrawn-'));
    expect(redrawn).toHaveLength(2);
    expect(await sceneIn([parent, ...redrawn], 'scene-1')).toHaveLength(1);
    expect(await sceneIn([parent, ...redrawn], 'scene-2')).toHaveLength(3);
    for (const name of redrawn) expect((await cli.run('replay', name)).exitCode).toBe(0);
    const compared = (await cli.run('report', '--forks', parent)).stdout.replace(/\s+/g, ' ');
    expect(compared).toContain('control, drawn anew');
    expect(compared).not.toContain('--redraw makes a control');
    expect((await fork(...event, '--redraw')).stderr).toContain('--redraw is for a control, which changes nothing');
  });

  it('takes options that a program adds, which see the moment, what was answered in the step, and what --set made', async () => {
    const path = 'scene-2/beat-1/choose#0';
    let seen: unknown;
    const verbs = journalVerbs({
      words: COUPLE_WORDS,
      load: async () => relationshipKind,
      fork: {
        options: { leave: flag('--leave', 'whoever acts leaves') },
        editsOf: async ({ leave }, { step, state, answers, spec }) => {
          seen = { step, scenes: state.scenes.length, settings: readRunSpec({ spec: spec as never }).settings.scenes };
          if (!leave) return {};
          const { text } = answers.get(path)!.result;
          return { replies: { [path]: text.replace(/"deed": ?"[^"]*"/, '"deed": "leaves"') }, summary: 'somebody leaves' };
        },
      },
    });
    let stderr = '';
    const io = {
      stdout: { write: () => {} },
      stderr: { write: (text: string) => (stderr += text) },
      env: {},
      cwd: cli.cwd,
      signals: cli.signals,
    };
    const commandLine = { ...relationshipCommandLine, verbs };
    const argv = ['fork', parent, '--at', 'scene-2', '--set', 'settings.scenes=4', '--leave', '--durability', 'process'];
    expect(await runCommandLine(commandLine, argv, io)).toBe(0);
    expect(seen).toEqual({ step: 'scene-2', scenes: 1, settings: 4 });
    expect(stderr).toMatch(/1 fork of \S+ at scene-2: settings\.scenes=4 somebody leaves \([0-9a-f]{8}\)\./);
    expect((await factsOf(forkNames()[0]!, 'choice-made'))[2]).toContain('"deed":"leaves"');
  });

  it('writes nothing but events to stdout under --json', async () => {
    const { stdout, stderr } = await fork('--at', 'scene-3', '--json');
    expect(stderr).toBe('');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { event: string }).event),
    ).toEqual(['batch-planned', 'run-started', 'step-ended', 'run-ended', 'batch-ended']);
  });

  it('says which answers of a damaged journal are asked anew, and asks no others', async () => {
    const file = join(cli.cwd, 'runs', parent, 'journal.jsonl');
    const lines = journalOf(parent).split('\n');
    const begun = lines.findIndex((line) => line.startsWith('{"type":"step-started"') && line.includes('"scene-2"'));
    const line = lines.findIndex((each, index) => index > begun && each.startsWith('{"type":"answer-recorded"')) + 1;
    writeFileSync(
      file,
      lines.map((each, index) => (index === line - 1 ? each.replace('"text":"', '"text":"x') : each)).join('\n'),
    );
    const told = new RegExp(`journal of ${parent}, line ${line} \\(scene-2\\): .* are asked anew\\.`);
    const { exitCode, stderr } = await fork('--at', 'scene-2', '--quiet');
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(told);
    expect(await sceneIn([forkNames()[0]!], 'scene-1')).toHaveLength(1);
    expect((await fork('--at', 'scene-3')).stderr).toMatch(
      new RegExp(`^error: journal of ${parent}, line ${line} \\(scene-2\\)`),
    );
  });

  describe('one clear line, and no fork, for', () => {
    const mistakes: readonly (readonly [string, readonly string[], number, RegExp])[] = [
      ['no step', [], 2, /Say with --at before which step to fork/],
      ['a step beyond the last', ['--at', 'scene-9'], 2, /has no step "scene-9" on record \(did you mean scene-3\?\)/],
      ['a step of another name', ['--at', 'secne-2'], 2, /has no step "secne-2" on record \(did you mean scene-2\?\)/],
      [
        'an unknown key',
        ['--at', 'scene-2', '--set', 'setings.scenes=2'],
        2,
        /knows no "setings.scenes" \(did you mean settings.scenes\?\)/,
      ],
      ['a key given twice', ['--at', 'scene-2', '--set', 'model=offline', '--set', 'model=offline'], 2, /gives model twice/],
      ['no value', ['--at', 'scene-2', '--set', 'model'], 2, /--set cannot be "model"; write a key and its value/],
      ['a value that does not fit', ['--at', 'scene-2', '--set', 'settings.choices=no'], 2, /settings.choices cannot be "no"/],
      [
        'too few scenes',
        ['--at', 'scene-3', '--set', 'settings.scenes=2'],
        2,
        /settings.scenes cannot be 2 in a fork at scene-3/,
      ],
      ['a model without its key', ['--at', 'scene-2', '--set', 'model=openai:gpt-4o-mini'], 1, /set OPENAI_API_KEY/],
      [
        'a file that is not there',
        ['--at', 'scene-2', '--edit-replies', 'no.json'],
        1,
        /edited replies cannot be read: .*no\.json is not there/,
      ],
      ['no future', ['--at', 'scene-2', '--times', '0'], 2, /--times cannot be "0"/],
      ['an event in a scene that is over', ['--at', 'scene-2', '--event', 'scene-1: It rains.'], 2, /the fork begins at scene 2/],
      ['an event in a scene that never comes', ['--at', 'scene-2', '--event', 'scene-4: It rains.'], 2, /only 3 are played/],
      ['an event without words', ['--at', 'scene-2', '--event', ' '], 2, /--event cannot be empty/],
      [
        'an event that a stranger knows',
        ['--at', 'scene-2', '--event', 'It rains.', '--known-to', 'Mya'],
        2,
        /cannot be known to "Mya" \(did you mean Maya\?\)/,
      ],
      [
        'somebody who knows of no event',
        ['--at', 'scene-2', '--known-to', 'Maya'],
        2,
        /--known-to has no effect without --event/,
      ],
      [
        'an arc that there is not',
        ['--at', 'scene-2', '--set', 'settings.arc=ten-scene'],
        2,
        /no arc "ten-scene" \(did you mean ten-scenes\?\)/,
      ],
    ];
    it.each(mistakes)('%s', async (_name, argv, code, message) => {
      const { exitCode, stderr } = await fork(...argv);
      expect(stderr).toMatch(/^error: [^\n]*\n$/);
      expect(stderr).toMatch(message);
      expect(exitCode).toBe(code);
      expect(forkNames()).toEqual([]);
    });

    it.each([
      ['no JSON', 'nothing', /holds no edited replies; write a JSON object of call paths and replies, \{"scene-2\//],
      [
        'a path that is not of the step',
        '{"scene-1/opening#0": "x"}',
        /has no answer at "scene-1\/opening#0" in scene-2 \(did you mean scene-2\/opening#0\?\)/,
      ],
    ])('a file of replies with %s', async (_name, text, message) => {
      writeFileSync(join(cli.cwd, 'replies.json'), text);
      const { exitCode, stderr } = await fork('--at', 'scene-2', '--edit-replies', 'replies.json');
      expect(stderr).toMatch(message);
      expect([exitCode, forkNames()]).toEqual([2, []]);
    });

    it.each([
      ['no value of the shape', { 'scene-2/beat-1/choose#0': 'I leave.' }, /choose#0 cannot be read: .*; expected is \{"deed"/],
      ['a value of another shape', { 'scene-2/beat-1/choose#0': { act: 'I leave.' } }, /choose#0 cannot be read: .*deed/],
      ['a path that is not asked', { 'scene-2/beat-1/choose#7': 'x' }, /has no answer at "scene-2\/beat-1\/choose#7"/],
    ])('a reply with %s', async (_name, replies, message) => {
      writeFileSync(join(cli.cwd, 'replies.json'), JSON.stringify(replies));
      const { exitCode, stderr } = await fork('--at', 'scene-2', '--edit-replies', 'replies.json');
      expect(stderr).toMatch(message);
      expect(stderr).toMatch(/^error: [^\n]*\n$/);
      expect([exitCode, forkNames()]).toEqual([2, []]);
    });

    it('a reply of another wording that comes to the same', async () => {
      const path = 'scene-2/beat-1/choose#0';
      writeFileSync(join(cli.cwd, 'replies.json'), JSON.stringify({ [path]: `${await replyOf(path)}\n` }));
      const { exitCode, stderr } = await fork('--at', 'scene-2', '--edit-replies', 'replies.json');
      expect(stderr).toMatch(/^error: The edited reply at \S+ has no effect/);
      expect([exitCode, forkNames()]).toEqual([2, []]);
    });

    it('a money budget where a price is unknown', async () => {
      const model = 'vllm-thing@http://127.0.0.1:9/v1';
      const { stderr } = await fork('--at', 'scene-2', '--set', `model=${model}`, '--max-cost', '2');
      expect(stderr).toMatch(/^error: The price of openai:vllm-thing is not known[^\n]*\n$/);
      expect(forkNames()).toEqual([]);
    });
  });
});
