import { forEveryPower } from '@entente/diplomacy-game/state';
import type { Power, SavedPhase } from '@entente/diplomacy-rules';
import type { JournalEntry } from '@entente/simulation-core/journal';
import { formatCsv } from '@entente/studies/tables';
import { beforeAll, describe, expect, it } from 'vitest';
import { playPressGame, PRESS_SETTINGS, TALKERS } from '../testing/press-game.js';
import { ANALYSIS_FORMATS, analysisFile } from './analysis-file.js';
import { type AnalyzedGame, readAnalyzedGame } from './analyzed-game.js';
import { ordersData } from './orders-data.js';

let game: AnalyzedGame;
beforeAll(async () => {
  const { runId, entries } = await playPressGame();
  const model = { provider: 'toy', modelId: 'echo', baseUrl: null };
  const spec = {
    settings: { ...PRESS_SETTINGS },
    seats: forEveryPower(() => ({ model, promptSet: 'default' })),
    formatter: null,
    narrator: null,
    promptSets: { default: { digest: 'x' } },
  };
  game = await readAnalyzedGame(
    runId,
    entries.map((entry): JournalEntry => (entry.type === 'run-started' ? { ...entry, spec } : entry)),
  );
});

/** The predecessor's names of orders by the word behind the unit. */
const COMMANDS_OF_MARKS: Readonly<Record<string, readonly string[]>> = {
  '-': ['Move'],
  H: ['Hold'],
  S: ['Support Move', 'Support Hold'],
  C: ['Convoy'],
  B: ['Build'],
  D: ['Disband'],
  R: ['Retreat'],
};

/** Builds a movement phase with these orders, with each unit at the place in its order. */
function phaseOf(orders: { readonly [power in Power]?: readonly string[] }): SavedPhase {
  const [first] = game.phases;
  const units = forEveryPower((power) => (orders[power] ?? []).map((order) => order.split(' ').slice(0, 2).join(' ')));
  return {
    ...first!,
    orders: forEveryPower((power) => [...(orders[power] ?? [])]),
    results: {},
    state: { ...first!.state, units },
  };
}

const rowsOf = (format: (typeof ANALYSIS_FORMATS)[number]) => analysisFile(format, [game]).rows;

describe('game-analysis', () => {
  it('has a row for each power with its result, and messages and calls only where there were some', () => {
    const rows = rowsOf('game-analysis');
    expect(rows).toHaveLength(7);
    const england = rows.find(({ power_name }) => power_name === 'ENGLAND');
    expect(england).toMatchObject({
      game_id: 'game',
      llm_model: 'toy:one',
      final_supply_centers_owned: game.state.position.centers.ENGLAND.length,
      total_negotiation_messages_sent: 8,
      total_messages_to_allies: 4,
      // Counts the phases of the saved game, with the last one that was not played.
      total_phases_active: 7,
      avg_negotiation_messages_per_phase: 8 / 7,
      result: 'survived',
      ending: 'max-year',
      inherited_llm_calls: 0,
      percent_global_vs_private_overall: 50,
      game_score: 2 + game.state.position.centers.ENGLAND.length,
    });
    expect(rows.find(({ power_name }) => power_name === 'TURKEY')).toMatchObject({
      total_llm_calls_overall: 0,
      overall_failure_rate_percentage: null,
      avg_sentiment_toward_others: null,
      percent_messages_to_allies_overall: null,
    });
  });

  it('counts an answer as failed that had to be asked again or left a unit without an order', () => {
    const failed = (power: string): unknown =>
      rowsOf('game-analysis').find(({ power_name }) => power_name === power)?.['total_failed_llm_calls'];
    expect(failed('FRANCE')).toBe(0);
    // ENGLAND forgets a unit whenever it orders, and is asked again.
    expect(failed('ENGLAND')).toBe(
      game.calls.filter(({ power, type }) => power === 'ENGLAND' && type === 'order_generation_superseded').length,
    );
    expect(failed('ENGLAND')).toBeGreaterThan(0);
  });
});

describe('phase-analysis', () => {
  it('has a row for each phase, power and type of response, with the changes since the phase before', () => {
    const rows = rowsOf('phase-analysis');
    const first = rows.filter(({ game_phase, power_name }) => game_phase === 'S1901M' && power_name === 'FRANCE');
    expect(first.map(({ analyzed_response_type }) => analyzed_response_type).sort()).toEqual([
      'initial_state_setup',
      'negotiation_diary',
      'negotiation_message',
      'order_generation',
      'phase_result_diary',
      'plan_generation',
      'state_update',
    ]);
    const ofType = (type: string) => first.find(({ analyzed_response_type }) => analyzed_response_type === type);
    expect(ofType('negotiation_message')).toMatchObject({
      // After the phase, in which FRANCE became friendlier to GERMANY.
      relationships: 'AUSTRIA:0|ENGLAND:0|GERMANY:2|ITALY:0|RUSSIA:0|TURKEY:0',
      supply_centers_gained_vs_prev_phase: null,
      territories_controlled_count: 3,
      total_messages_sent: 2,
      private_messages_count: 1,
      messages_to_allies: 1,
      percent_messages_to_allies: 100,
      avg_sentiment_toward_others: null,
      inherited: 'False',
    });
    expect(ofType('state_update')).toMatchObject({ total_messages_sent: null, avg_sentiment_toward_others: 2 / 6 });
    const second = rows.find(
      ({ game_phase, power_name, analyzed_response_type }) =>
        game_phase === 'F1901M' && power_name === 'FRANCE' && analyzed_response_type === 'state_update',
    );
    expect(second).toMatchObject({ relationship_stability_vs_prev_phase: 1, supply_centers_gained_vs_prev_phase: 0 });
    expect(new Set(rows.map(({ power_name }) => power_name))).toEqual(new Set(TALKERS));
  });
});

describe('orders-data', () => {
  it('has a row for each order, with its outcome and the power at its destination', () => {
    const rows = rowsOf('orders-data');
    const saved = game.phases.flatMap(({ orders }) => Object.values(orders).flatMap((each) => each ?? []));
    expect(rows).toHaveLength(saved.length);
    expect(rows.find(({ immediate_result }) => immediate_result === 'BOUNCE')).toMatchObject({
      command: 'Move',
      order: expect.stringMatching(/^[AF] \S+ - \S+ \(BOUNCE\)$/) as string,
      was_supported: 'False',
    });
    for (const { command, order } of rows) {
      const mark = String(order).split(' ')[2];
      expect(COMMANDS_OF_MARKS[mark ?? '']).toContain(command);
    }
    expect(rows.find(({ country }) => country === 'FRANCE')).toMatchObject({
      relationship_germany: 'Ally',
      relationship_france: 'Self',
      GERMANYs_relationship_rating: 'Neutral',
      unit_location_affiliation: 'FRANCE',
    });
    for (const power of TALKERS) {
      const own = rows.filter(({ country }) => country === power);
      expect(own.reduce((sum, { unit_order_weight: weight }) => sum + Number(weight), 0)).toBeCloseTo(1);
    }
  });

  it('names the powers that support a unit, by countries, and the owner of a supported unit', () => {
    const phase = phaseOf({
      FRANCE: ['A PAR - BUR', 'A MAR S A PAR - BUR', 'F BRE H'],
      GERMANY: ['A MUN S A PAR - BUR', 'A RUH S A BEL', 'F KIE S F BRE - ENG'],
      ENGLAND: ['A BEL S A RUH'],
    });
    const rows = ordersData({ ...game, phases: [phase] });
    const row = (order: string) => rows.find((each) => each['order'] === order);
    expect(row('A PAR - BUR')).toMatchObject({
      supported_by: 'FRANCE,GERMANY',
      supported_by_self: 'True',
      supported_by_other: 'True',
    });
    expect(row('A MUN S A PAR - BUR')).toMatchObject({
      command: 'Support Move',
      recipient_unit_owner: 'FRANCE',
      supporting_self: 'False',
      supporting_an_ally: 'True',
      destination: null,
    });
    expect(row('A RUH S A BEL')).toMatchObject({
      command: 'Support Hold',
      recipient_unit_owner: 'ENGLAND',
      supported_by: 'ENGLAND',
    });
    // Support for a move that was not ordered supports nothing.
    expect(row('F BRE H')).toMatchObject({ supported_by: null, was_supported: 'False' });
  });
});

describe('phase-data', () => {
  it('has units, orders, messages and diaries of a power in a phase', () => {
    const rows = rowsOf('phase-data');
    expect(rows).toHaveLength(7 * 6);
    const first = rows.find(({ power, phase }) => power === 'FRANCE' && phase === 'S1901M');
    expect(first).toMatchObject({
      agent: 'FRANCE',
      phase_year: 1901,
      season: 'S',
      phase_section: 'M',
      units: "['F BRE', 'A MAR', 'A PAR']",
      units_count: 3,
      armies_count: 2,
      fleet_count: 1,
      centers_change: null,
      valid_order_count: 3,
      relationship_germany: 'Ally',
      conversation_germany: 'FRANCE: Friend, what of S1901M?\n\n',
      conversation_england: 'ENGLAND: Friend, what of S1901M?\n\n',
      diary: '[S1901M] Talked.\n\n[S1901M] Because.\n\n[S1901M] Seen.',
      goal: 'last',
      order_reasoning: 'Because.\n\n',
      no_moves_extracted_flag: 'False',
    });
    expect(rows.find(({ power, phase }) => power === 'FRANCE' && phase === 'F1901M')).toMatchObject({ centers_change: 0 });
    expect(rows.find(({ power, phase }) => power === 'TURKEY' && phase === 'S1901M')).toMatchObject({
      conversation_germany: '',
      relationship_germany: null,
      valid_order_count: null,
    });
  });

  it('counts each order under one command and one result', () => {
    for (const row of rowsOf('phase-data')) {
      const orders = (String(row['orders']).match(/'/g)?.length ?? 0) / 2;
      const sumOf = (pattern: RegExp): number =>
        Object.entries(row).reduce((sum, [key, value]) => sum + (pattern.test(key) ? Number(value) : 0), 0);
      expect(sumOf(/^count_.*_commands$/)).toBe(orders);
      expect(sumOf(/^count_got_/)).toBe(orders);
    }
  });
});

it.each(ANALYSIS_FORMATS)('writes %s as one CSV with the same number of fields in each line', (format) => {
  const table = analysisFile(format, [game, game]);
  const keys = table.columns.map(({ key }) => key);
  for (const row of table.rows) expect(Object.keys(row)).toEqual(keys);
  expect(formatCsv(table).split('\n')[0]).toBe(keys.join(','));
});
