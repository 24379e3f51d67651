import type { GameSettings } from '@entente/diplomacy-game/state';
import { greedyBot, POWERS, readSavedGame, type SavedGame, savedGameProblems, verifySavedGame } from '@entente/diplomacy-rules';
import type { JournalEntry } from '@entente/simulation-core/journal';
import { describe, expect, it } from 'vitest';
import { readAnalyzedGame } from '../data-files/analyzed-game.js';
import { gameAnalysis } from '../data-files/game-analysis.js';
import { readGameRecord } from '../record/game-record.js';
import { resultRow } from '../tables/game-results.js';
import { standingsTable } from '../tables/standings-table.js';
import { playFileGame } from '../testing/file-game.js';
import { exportSavedGame, toGameSave } from './game-save.js';
import { toGeneralLog } from './general-log.js';
import { toManifesto } from './manifesto.js';
import { toOverview } from './overview.js';

type End = 'max-year' | 'end-at-phase' | 'draw' | 'solo' | 'stopped';

interface Ended {
  readonly settings: Partial<GameSettings>;
  /** Makes a journal with this ending of the journal of another game. */
  readonly change?: (entries: readonly JournalEntry[]) => readonly JournalEntry[];
  /** Winners, or powers that share the draw, in the words of the files. */
  readonly winners: readonly string[];
}

/** Lets FRANCE have eighteen centres at the end of the last phase. */
function withSolo(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const last = entries.findLastIndex((entry) => entry.type === 'fact-recorded' && entry.fact.type === 'phase-resolved');
  return entries.map((entry, at) => {
    if (entry.type !== 'fact-recorded') return entry;
    const result = { kind: 'solo', winner: 'FRANCE' };
    if (entry.fact.type === 'game-ended') return { ...entry, fact: { ...entry.fact, ending: 'solo', result } };
    if (at !== last) return entry;
    const next = entry.fact['next'] as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
    const all = Object.values(next['centers'] ?? {}).flat();
    const centers = Object.fromEntries(
      POWERS.map((power) => [power, power === 'FRANCE' ? all.slice(0, 18) : power === 'TURKEY' ? all.slice(18) : []]),
    );
    return {
      ...entry,
      fact: { ...entry.fact, next: { ...next, phase: 'COMPLETED', centers, result } },
    };
  });
}

/** Interrupts the game before its end. */
const stopped = (entries: readonly JournalEntry[]): readonly JournalEntry[] =>
  entries.slice(0, entries.findLastIndex((entry) => entry.type === 'fact-recorded' && entry.fact.type === 'phase-resolved') - 1);

const ENDS: Readonly<Record<End, Ended>> = {
  'max-year': { settings: { maxYear: 1901 }, winners: [] },
  'end-at-phase': { settings: { maxYear: 1902, endAtPhase: 'S1902M' }, winners: [] },
  draw: { settings: { maxYear: 1905, drawAfterYears: 1 }, winners: POWERS },
  solo: { settings: { maxYear: 1901 }, change: withSolo, winners: ['FRANCE'] },
  stopped: { settings: { maxYear: 1902 }, change: stopped, winners: [] },
};

describe.each(Object.entries(ENDS) as [End, Ended][])(
  'a game that ends as %s',
  (end, { settings, change = (entries) => entries, winners }) => {
    const ending = end === 'stopped' ? null : end;
    // Units that hold change nothing, so that the draw comes; elsewhere the game is a livelier one.
    const game = playFileGame({ settings, ...(end !== 'draw' && { bot: greedyBot }) }).then(({ entries }) => change(entries));
    const record = game.then((entries) => readGameRecord('game', entries));

    it('is in the save, in the form of the Python package', async () => {
      const save = JSON.parse(toGameSave(await record)) as SavedGame;
      expect(save).toMatchObject({ ending });
      const outcome = save['outcome'] as readonly string[] | null;
      if (winners.length === 0) expect(outcome).toBeNull();
      else expect(outcome).toEqual([save.phases.at(-2)?.name, ...winners]);
      for (const each of [save, exportSavedGame(await record)]) {
        const last = each.phases.at(-1);
        expect(last?.name === 'COMPLETED').toBe(winners.length > 0);
        expect(last?.state.note ?? '').toBe(
          winners.length === 0 ? '' : `Victory by: ${winners.map((power) => power.slice(0, 3)).join(', ')}`,
        );
        expect(savedGameProblems(readSavedGame(JSON.parse(JSON.stringify(each))))).toEqual([]);
        if (end !== 'solo') expect(verifySavedGame(each).mismatches).toEqual([]);
        // The package's own check lets a phase that does not follow pass under this rule alone.
        expect(each.rules?.includes('DIFFERENT_ADJUDICATION') ?? false).toBe(end === 'draw');
      }
    });

    it('is in the overview, with every setting', async () => {
      const config = JSON.parse(toOverview(await record).split('\n')[2] ?? '') as Readonly<Record<string, unknown>>;
      expect(config).toMatchObject({
        ending,
        winners,
        last_phase: (await record).state.history.at(-1)?.phase,
        max_year: settings.maxYear,
        end_at_phase: settings.endAtPhase ?? '',
        draw_after_years: settings.drawAfterYears ?? null,
      });
      const saved = JSON.parse(toGameSave(await record)) as SavedGame;
      expect(saved.phases[0]?.['config']).toMatchObject({ draw_after_years: settings.drawAfterYears ?? null });
    });

    it('is in the log and in the manifesto', async () => {
      let log = '';
      for await (const line of toGeneralLog(await game, await record)) log += line;
      const words = winners.length === 0 ? (ending ?? '') : `${ending ?? ''}: ${winners.join(', ')}`;
      if (ending === null) expect(log).not.toContain('The game ends');
      else expect(log).toContain(`The game ends: ${words}\n`);
      const manifesto = toManifesto(await record);
      if (ending === null) expect(manifesto).toMatch(/under way after|stopped after/);
      else expect(manifesto).toContain(`(${words})`);
    });

    it('is in its tables', async () => {
      const { header, state } = await record;
      expect(resultRow(state, header)).toMatchObject({ ending });
      const results = new Map(gameAnalysis(await readAnalyzedGame('game', await game)).map((row) => [row['power_name'], row]));
      const standings = standingsTable([{ runId: 'game', header, state }]).rows;
      for (const power of POWERS) {
        const row = results.get(power);
        expect(row).toMatchObject({ ending });
        const result = standings.find((each) => String(each['power']).toUpperCase() === power)?.['result'];
        expect(row?.['result']).toBe(result);
        expect(row?.['game_score'] === null).toBe(ending === null);
        if (winners.includes(power)) expect(result).toBe(end);
        else expect(['eliminated', ending === null ? 'playing' : 'survived']).toContain(result);
      }
    });
  },
);
