import { formatMismatch } from '../saved-game/compare-positions.js';
import { isOfJudging, verifySavedGame } from '../saved-game/verify-saved-game.js';
import { forEachValue } from './bad-input.js';
import { oneLine } from './one-line.js';
import { rulebookFrom, rulebookOptions } from './rulebook-option.js';
import { writeLine } from './streams.js';
import type { Verb } from './verb.js';

/** `diplomacy-rules verify`: plays recorded games again. */
export const verifyVerb: Verb = {
  name: 'verify',
  usage: 'FILE… [--rulebook NAME] [--json]',
  summary: 'play recorded games again and list what differs',
  details: `Plays every phase of every game again and compares positions, results and hashes with the
record. A file has one game as JSON or a game a line (.jsonl), and may be packed (.gz): saved games
of the diplomacy Python package, or records whose phases have units, centers and orders themselves.
A folder stands for the files of that kind in it. A file or a game that cannot be read is a line on
stderr, and the others are judged.

Each mismatch is a line; the last lines say in how many games the judging agrees (whatever the
hashes), and how many phases and mismatches there were. Phases whose flags say that their record
proves nothing are counted apart. A note says what was passed over and proves nothing: messages
that cannot be read, hashes of another version of the package. With --json each game is a line:
file, game, judgingAgrees, hashes (agree, differ, other-version, none), phases, setAside,
mismatches, notes.

Without --rulebook a phase is judged by the rulebook that its flags or its game name; else a saved
game of the Python package by python-compatible, and any other by that of 2023. A switch alone
changes the rulebook of 2023. What the values mean: diplomacy-rules adjudicate --help.`,
  options: {
    ...rulebookOptions,
    json: { type: 'boolean', description: 'print a line of JSON for each game, and no text' },
  },
  run: async ({ files, options }, streams) => {
    const rulebook = rulebookFrom(options);
    const total = { games: 0, agreeing: 0, phases: 0, mismatches: 0, setAside: 0 };
    const complaints = await forEachValue(files, streams, async (value, place, read) => {
      const { phases, hashes, mismatches, setAside, notes = [] } = verifySavedGame(value, { rulebook });
      const judgingAgrees = !mismatches.some(isOfJudging);
      total.games += 1;
      total.agreeing += Number(judgingAgrees);
      total.phases += phases;
      total.mismatches += mismatches.length;
      total.setAside += setAside;
      if (options['json'] === true) {
        const { id: game } = value as { readonly id: string };
        await writeLine(
          streams.stdout,
          JSON.stringify({ file: place, game, judgingAgrees, hashes, phases, setAside, mismatches, notes }),
        );
        return;
      }
      const before = read.length === 1 ? '' : `${place}: `;
      for (const mismatch of mismatches) await writeLine(streams.stdout, before + oneLine(formatMismatch(mismatch)));
      for (const note of notes) await writeLine(streams.stdout, `${before}note: ${oneLine(note)}`);
    });
    if (options['json'] !== true) {
      if (total.setAside > 0) await writeLine(streams.stdout, `set apart by their flags: ${total.setAside}`);
      const games = `${total.games} ${total.games === 1 ? 'game' : 'games'}`;
      if (total.games > 0) await writeLine(streams.stdout, `the judging agrees: ${total.agreeing} of ${games}`);
      await writeLine(streams.stdout, `phases: ${total.phases}, mismatches: ${total.mismatches}`);
    }
    if (total.mismatches > 0) return 1;
    return complaints > 0 ? 2 : 0;
  },
};
