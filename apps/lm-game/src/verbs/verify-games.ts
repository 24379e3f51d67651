import { type UnreadableGame, type VerifiedGame, verifyGames as verify } from '@entente/diplomacy-analysis/node';
import { formatMismatch } from '@entente/diplomacy-rules';
import { createStyle, hasColors, UsageError, type VerbCall } from '@entente/run-console';
import { findRun } from '@entente/run-console/session';
import { countOf, printableText } from '@entente/studies/tables';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

type Call = VerbCall<{ readonly runsDir: string; readonly json: boolean }>;

const MOST_SHOWN = 20;

/** Judges games again, ours and others'; 1 where one is not as the rules have it, else 2 where one cannot be read. */
export async function verifyGames({ words, io, options }: Call): Promise<number> {
  if (words.length === 0) throw new UsageError('Say what to verify: a run, its folder, or a saved game.');
  const found = { sound: 0, unsound: 0, unreadable: 0 };
  const print = (line: string) => io.stdout.write(`${line}\n`);
  const style = createStyle(hasColors(io.stdout, io.env));
  for (const word of words) {
    for await (const game of gamesOf(word, { cwd: io.cwd, runsDir: options.runsDir })) {
      if ('problem' in game) {
        found.unreadable++;
        if (options.json) print(JSON.stringify({ event: 'game-unreadable', ...game }));
        else io.stderr.write(`${style.red('unreadable')}  ${oneLine(game.problem)}\n`);
        continue;
      }
      const isSound = game.mismatches.length === 0;
      found[isSound ? 'sound' : 'unsound']++;
      if (options.json) print(JSON.stringify({ event: 'game-verified', isSound, ...game }));
      else {
        const [head, ...rest] = describe(game);
        print(`${isSound ? style.green('sound') : style.red('unsound')}  ${oneLine(head ?? '')}`);
        for (const line of rest) print(`  ${oneLine(line)}`);
      }
    }
  }
  const all = found.sound + found.unsound + found.unreadable;
  if (!options.json && all > 1)
    print(`${countOf(all, 'game')}: ${found.sound} sound, ${found.unsound} unsound, ${found.unreadable} unreadable`);
  if (found.unsound > 0) return 1;
  return found.unreadable > 0 ? 2 : 0;
}

/** The games that a word stands for: a path, or else a run. A word that is neither is one that cannot be read. */
async function* gamesOf(
  word: string,
  where: { readonly cwd: string; readonly runsDir: string },
): AsyncGenerator<VerifiedGame | UnreadableGame> {
  const path = resolve(where.cwd, word);
  if (existsSync(path)) {
    yield* verify(path);
    return;
  }
  // A path is not the name of a run, so there is no use in listing the runs there are.
  if (/[/\\]|\.(json|jsonl|gz)$/.test(word)) {
    yield { place: word, problem: `There is nothing at ${word}.` };
    return;
  }
  try {
    const { runId, folder } = await findRun(word, where);
    yield* verify(resolve(folder, runId));
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    yield { place: word, problem: cause.message };
  }
}

const HASHES_SAID = {
  agree: 'the hashes agree',
  differ: 'the hashes differ',
  'other-version': 'the hashes are of another version and prove nothing',
  none: 'there are no hashes',
} as const satisfies Record<VerifiedGame['hashes'], string>;

/** The verdicts on a game in a line, then what differs and what is noted. */
function describe(game: VerifiedGame): readonly string[] {
  const { id, phases, setAside, mismatches, notes } = game;
  const judged = `${countOf(phases, 'phase')} judged again${setAside === 0 ? '' : ` (${setAside} set aside)`}`;
  const verdicts = [
    `the judging ${game.judgingAgrees ? 'agrees' : 'differs'}`,
    HASHES_SAID[game.hashes],
    ...(game.journalAgrees === null ? [] : [`saved game and journal ${game.journalAgrees ? 'agree' : 'differ'}`]),
  ];
  const count = mismatches.length === 0 ? '' : ` (${countOf(mismatches.length, 'difference')})`;
  return [
    `${id}: ${judged}; ${verdicts.join(', ')}${count}.`,
    ...shown(mismatches.map(formatMismatch)),
    ...shown(notes.map((note) => `note: ${note}`)),
  ];
}

/** Names and orders of foreign files may hold anything; a line stays one, and a terminal is not steered. */
const oneLine = (text: string): string => printableText(text).replace(/\s+/g, ' ');

const shown = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST_SHOWN ? lines : [...lines.slice(0, MOST_SHOWN), `and ${lines.length - MOST_SHOWN} more; --json lists all`];
