import { chownSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runIdentity } from '../run/run-identity.js';
import { type BadJournal, badJournals, removeBadJournal } from './bad-journals.js';

/** A command line in a folder of its own. */
export interface FolderConsole {
  readonly cwd: string;
  run(...argv: readonly string[]): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }>;
  remove(): Promise<void>;
}

export interface BadFoldersFixture {
  createConsole(): FolderConsole;
  /** Plays a run that ends and one that does not end into `runs`. */
  prepare(cli: FolderConsole): Promise<BesideBadFolders>;
  /** Commands over the whole folder, `runs` among them, that leave out a bad journal and report it with exit code 1. */
  readonly overAll: readonly (readonly string[])[];
  /** Commands that do not read the bad journal, and end with exit code 0. */
  readonly ofOthers: readonly (readonly string[])[];
  /** Verbs that fail when given the name of the bad run. */
  readonly ofBad: readonly string[];
}

export interface BesideBadFolders {
  /** Run whose journal is copied and damaged. */
  readonly ended: string;
  readonly open: string;
  readonly sound: string;
}

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** Contract of every command line for a folder with one bad journal: one line on stderr, and every other run goes on. */
export function describeBadFolders(name: string, fixture: BadFoldersFixture): void {
  let place: FolderConsole;
  let beside: BesideBadFolders;
  beforeAll(async () => {
    place = fixture.createConsole();
    beside = await fixture.prepare(place);
  });
  afterAll(() => place.remove());

  const withBad = async (bad: BadJournal, body: (cli: FolderConsole, runs: string) => Promise<void>): Promise<void> => {
    const cli = fixture.createConsole();
    const runs = join(cli.cwd, 'runs');
    cpSync(place.cwd, cli.cwd, { recursive: true });
    try {
      await bad.make(join(runs, 'bad'), beside.sound);
      if (bad.forOrdinaryUsers && isRoot) await asNobody(cli.cwd, () => body(cli, runs));
      else await body(cli, runs);
    } finally {
      await removeBadJournal(join(runs, 'bad'));
      await cli.remove();
    }
  };
  const isPlain = (stderr: string): boolean => !/unexpected|undefined|object Object/.test(stderr);

  describe.each(badJournals)(`${name}, beside a run whose journal is $name`, (bad) => {
    const commands = [
      ...fixture.overAll.map((argv) => [argv.join(' ').slice(0, 20), argv, bad.isEmpty ? 0 : 1] as const),
      ...fixture.ofOthers.map((argv) => [argv.join(' ').slice(0, 20), argv, 0] as const),
    ];

    test.each(commands)('%s goes on, and reports it in one line', (_name, argv, exitCode) =>
      withBad(bad, async (cli) => {
        const said = await cli.run(...argv);
        expect(linesAbout(said.stderr), said.stderr).toHaveLength(1);
        expect(isPlain(said.stderr), said.stderr).toBe(true);
        expect(said.exitCode, said.stderr).toBe(exitCode);
        if (argv[0] !== 'runs') return;
        expect(said.stdout).toContain(beside.ended);
        expect(said.stdout).toContain(beside.open);
      }),
    );

    test.each(fixture.ofBad)('%s of that run reports its problem, and changes nothing', (verb) =>
      withBad(bad, async (cli, runs) => {
        const said = await cli.run(...verb.split(' '), 'bad');
        expect(said.exitCode, said.stderr).toBe(1);
        expect(linesAbout(said.stderr), said.stderr).toHaveLength(1);
        expect(isPlain(said.stderr), said.stderr).toBe(true);
        expect(readdirSync(runs).sort()).toEqual(['bad', beside.ended, beside.open].sort());
      }),
    );
  });

  test.each(fixture.overAll.filter(([verb]) => verb !== 'runs'))(
    `${name} %s leaves a run out of whose header no program can be made`,
    async (...argv) => {
      const cli = fixture.createConsole();
      try {
        cpSync(place.cwd, cli.cwd, { recursive: true });
        const header = JSON.parse(beside.sound.slice(0, beside.sound.indexOf('\n'))) as Parameters<typeof runIdentity>[0];
        const { c: _check, ...strange } = { ...header, c: '', runId: 'bad', spec: { strange: true } };
        mkdirSync(join(cli.cwd, 'runs', 'bad'));
        const line = JSON.stringify({ ...strange, identity: runIdentity(strange) });
        writeFileSync(join(cli.cwd, 'runs', 'bad', 'journal.jsonl'), `${line}\n`);
        const said = await cli.run(...argv);
        expect(linesAbout(said.stderr), said.stderr).toHaveLength(1);
        expect(said.stdout).toContain(argv[0] === 'resume' ? beside.open : beside.ended);
        expect(said.exitCode).toBe(1);
      } finally {
        await cli.remove();
      }
    },
  );
}

const linesAbout = (stderr: string): string[] => stderr.split('\n').filter((line) => /\bbad\b/.test(line));

/** Runs `body` as a user whom permissions keep out, unlike the administrator. */
async function asNobody(folder: string, body: () => Promise<void>): Promise<void> {
  for (const file of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    chownSync(join(folder, file), NOBODY, NOBODY);
  process.seteuid!(NOBODY);
  try {
    await body();
  } finally {
    process.seteuid!(0);
  }
}
