import { formatMismatch } from '../saved-game/mismatch.js';
import { verifySavedGame } from '../saved-game/verify-saved-game.js';
import { forEachValue } from './bad-input.js';
import { rulebookFrom, rulebookOption } from './rulebook-option.js';
import { writeLine } from './streams.js';
import type { Verb } from './verb.js';

/** `diplomacy-rules verify`: plays recorded games again. */
export const verifyVerb: Verb = {
  name: 'verify',
  usage: 'FILE… [--rulebook NAME]',
  summary: 'play recorded games again and list what differs',
  details: `Plays every phase of every game again and compares positions, results and hashes with the
record. A file has one game as JSON or a game a line (.jsonl), and may be packed (.gz): saved games
of the diplomacy Python package, or records whose phases have units, centers and orders themselves.

Each mismatch is a line; the last line says how many phases and mismatches there were. Phases whose
flags say that their record proves nothing are counted apart. Without --rulebook a phase is judged
by the rulebook its flags name, and by that of 2023 if it has none; for games of the Python package
itself use --rulebook python-compatible.`,
  options: { rulebook: rulebookOption },
  run: async ({ files, options }, streams) => {
    const rulebook = rulebookFrom(options);
    let phases = 0;
    let mismatches = 0;
    let setAside = 0;
    const complaints = await forEachValue(files, streams, async (value, place) => {
      const found = verifySavedGame(value, { rulebook });
      phases += found.phases;
      mismatches += found.mismatches.length;
      setAside += found.setAside;
      const before = files.length === 1 ? '' : `${place}: `;
      for (const mismatch of found.mismatches) await writeLine(streams.stdout, before + formatMismatch(mismatch));
    });
    if (setAside > 0) await writeLine(streams.stdout, `set apart by their flags: ${setAside}`);
    await writeLine(streams.stdout, `phases: ${phases}, mismatches: ${mismatches}`);
    if (complaints > 0) return 2;
    return mismatches > 0 ? 1 : 0;
  },
};
