import { forEveryPower } from '@entente/diplomacy-game';
import { formatCsv } from '@entente/run-console';
import type { JournalEntry } from '@entente/simulation-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { playPressGame, PRESS_SETTINGS, TALKERS } from '../../../test/press-game.js';
import { analysisFile } from './analysis-file.js';
import { ANALYSIS_FORMATS } from './analysis-formats.js';
import { type AnalyzedGame, readAnalyzedGame } from './analyzed-game.js';

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

const rowsOf = (format: (typeof ANALYSIS_FORMATS)[number]) => analysisFile(format, [game]).rows;

describe('game-analysis', () => {
  it('has a row a power with its result, and messages and calls only of those who made some', () => {
    const rows = rowsOf('game-analysis');
    expect(rows).toHaveLength(7);
    const england = rows.find(({ power_name }) => power_name === 'ENGLAND');
    expect(england).toMatchObject({
      game_id: 'game',
      llm_model: 'toy:one',
      final_supply_centers_owned: game.state.position.centers.ENGLAND.length,
      total_negotiation_messages_sent: 8,
      total_messages_to_allies: 4,
      total_phases_active: 6,
      avg_negotiation_messages_per_phase: 8 / 6,
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

  it('counts as failed what had to be asked again or left a unit without an order', () => {
    const failed = (power: string): unknown =>
      rowsOf('game-analysis').find(({ power_name }) => power_name === power)?.['total_failed_llm_calls'];
    expect(failed('FRANCE')).toBe(0);
    // ENGLAND forgets a unit whenever it orders, and is asked again.
    expect(failed('ENGLAND')).toBe(
      game.calls.filter(({ power, type, failed: isFailed }) => power === 'ENGLAND' && type === 'order_generation' && isFailed)
        .length,
    );
    expect(failed('ENGLAND')).toBeGreaterThan(0);
  });
});

describe('phase-analysis', () => {
  it('has a row a phase, power and type of response, with the changes since the phase before', () => {
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
    expect(first[0]).toMatchObject({
      relationships: 'AUSTRIA:0|ENGLAND:0|GERMANY:1|ITALY:0|RUSSIA:0|TURKEY:0',
      supply_centers_gained_vs_prev_phase: null,
      territories_controlled_count: 3,
      total_messages_sent: 2,
      private_messages_count: 1,
      messages_to_allies: 1,
    });
    const second = rows.find(({ game_phase, power_name }) => game_phase === 'F1901M' && power_name === 'FRANCE');
    expect(second).toMatchObject({ relationship_stability_vs_prev_phase: 1 - 1 / 4 / 6, supply_centers_gained_vs_prev_phase: 0 });
    expect(new Set(rows.map(({ power_name }) => power_name))).toEqual(new Set(TALKERS));
  });
});

describe('orders-data', () => {
  it('has a row an order, with what became of it and who stood where it went', () => {
    const rows = rowsOf('orders-data');
    const written = game.state.history.flatMap(({ orders }) => Object.values(orders).flat());
    expect(rows).toHaveLength(written.length);
    const bounced = rows.find(({ immediate_result }) => immediate_result === 'bounce');
    expect(bounced).toMatchObject({ command: 'Move', was_supported: 'False' });
    expect(
      rows.filter(({ command }) => command === 'Support').every(({ recipient_unit_owner }) => recipient_unit_owner !== null),
    ).toBe(true);
    expect(rows.find(({ country }) => country === 'FRANCE')).toMatchObject({
      relationship_germany: 'Friendly',
      relationship_france: null,
    });
  });
});

describe('phase-data', () => {
  it('has what a power had, ordered, said and wrote down in a phase', () => {
    const rows = rowsOf('phase-data');
    expect(rows).toHaveLength(7 * 6);
    expect(rows.find(({ country, phase }) => country === 'FRANCE' && phase === 'S1901M')).toMatchObject({
      phase_year: 1901,
      phase_season: 'Spring',
      phase_section: 'Movement',
      count_units: 3,
      valid_order_count: 3,
      conversation_germany: expect.stringContaining('FRANCE to GERMANY: Friend') as string,
      diary: '[negotiation] Talked.\n[orders] Because.\n[phase-result] Seen.',
    });
    expect(rows.find(({ country, phase }) => country === 'TURKEY' && phase === 'S1901M')).toMatchObject({
      conversation_germany: expect.not.stringContaining('Friend') as string,
    });
  });
});

it.each(ANALYSIS_FORMATS)('%s is one CSV whose lines all have as many fields', (format) => {
  const table = analysisFile(format, [game, game]);
  const keys = table.columns.map(({ key }) => key);
  for (const row of table.rows) expect(Object.keys(row)).toEqual(keys);
  expect(formatCsv(table).split('\n')[0]).toBe(keys.join(','));
});
