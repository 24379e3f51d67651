import { describe, expect, it } from 'vitest';
import { verifySavedGame } from '../src/saved-game/verify-saved-game.js';
import { RULEBOOKS } from '../src/values/rulebooks.js';
import { readLines } from './corpus-data.js';

interface Game {
  readonly id: string;
  readonly phases: readonly { readonly name: string; readonly units: Readonly<Record<string, readonly string[]>> }[];
}

describe('real games', () => {
  // Number of phases of each file, and number of those flagged as unexplained.
  it.each([
    ['cicero', 260, 0],
    ['cicero-misc', 34, 0],
    ['diplomacy-network-tests', 53, 0],
    ['droidippy', 50_688, 6],
    ['searchbot-misc', 42, 0],
    ['searchbot-selfplay', 279, 0],
  ])('go on after every phase as they did: %s', async (file, phases, setAside) => {
    const found = { phases: 0, setAside: 0, mismatches: [] as unknown[] };
    for await (const game of readLines<Game>(`games-dev/${file}.jsonl.gz`)) {
      const verification = verifySavedGame(game);
      found.phases += verification.phases;
      found.setAside += verification.setAside;
      found.mismatches.push(...verification.mismatches);
    }

    expect(found).toEqual({ phases, setAside, mismatches: [] });
  });

  it.each([
    ['cicero', 260],
    ['cicero-misc', 34],
  ])('go on by the rulebook webdiplomacy, whatever their flags say: %s', async (file, phases) => {
    let seen = 0;
    for await (const game of readLines<Game>(`games-dev/${file}.jsonl.gz`)) {
      const found = verifySavedGame(game, { rulebook: RULEBOOKS.webdiplomacy });
      seen += found.phases;
      expect(found.mismatches).toEqual([]);
    }
    expect(seen).toBe(phases);
  });

  it('are not taken for right when a unit is missing from one of their phases', async () => {
    for await (const game of readLines<Game>('games-dev/searchbot-misc.jsonl.gz')) {
      game.phases.forEach(({ name, units }, number) => {
        const power = Object.keys(units).find((candidate) => units[candidate]?.length !== 0)!;
        const tampered = { ...units, [power]: units[power]?.slice(1) };
        const phases = game.phases.map((phase, i) => (i === number ? { ...phase, units: tampered } : phase));
        const before = game.phases[number - 1]?.name;

        const { mismatches } = verifySavedGame({ ...game, phases });

        if (before !== undefined)
          expect(
            mismatches.map(({ phase }) => phase),
            name,
          ).toContain(before);
      });
    }
  });
});
