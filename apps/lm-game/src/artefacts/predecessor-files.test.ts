import {
  gameAnalysis,
  phaseAnalysis,
  readAnalyzedGame,
  readGameRecord,
  toGameSave,
  toResponsesCsv,
} from '@entente/diplomacy-analysis';
import { forEveryPower } from '@entente/diplomacy-game';
import { type Power, POWERS, type SavedGame } from '@entente/diplomacy-rules';
import type { JournalEntry } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { type OfflineGameOptions, playOfflineGame } from '../../test/offline-game.js';
import { diaryIn, isFailure, messagesIn, ordersIn, readCsv } from '../../test/predecessor-readers.js';

/** A game of the offline model with the header that a run of the command line has. */
async function played(options: Partial<OfflineGameOptions> = {}): Promise<readonly JournalEntry[]> {
  const settings = { maxYear: 1901, negotiationRounds: 2, ...options.settings };
  const { entries } = await playOfflineGame({ ...options, settings });
  const model = { provider: 'offline', modelId: 'offline', baseUrl: null };
  const spec = {
    settings: { adaptiveRounds: false, planning: false, phaseSummaries: false, rulebook: 'python-compatible', ...settings },
    seats: forEveryPower(() => ({ model, promptSet: 'default' })),
    formatter: options.twoSteps === true ? 'own' : null,
    narrator: null,
    promptSets: { default: { digest: 'x' } },
  };
  return entries.map((entry): JournalEntry => (entry.type === 'run-started' ? { ...entry, spec } : entry));
}

async function filesOf(entries: readonly JournalEntry[]) {
  const record = await readGameRecord('game', entries);
  let csv = '';
  for await (const line of toResponsesCsv(entries, record)) csv += line;
  return { csv, rows: readCsv(csv), save: JSON.parse(toGameSave(record)) as SavedGame };
}

const TWICE: OfflineGameOptions['change'] = (reply, { name }) =>
  name === 'write-messages' ? reply.replaceAll('"text":"', '"text":"{Braces} } \\"and\\" {\\u0000') : reply;

describe.each([
  ['of a game', {}],
  ['of a game with braces, quotes and control characters in its messages', { change: TWICE }],
  ['of a game in two steps', { twoSteps: true }],
  ['of a game whose models are asked again', { contentFaults: { malformed: 0.2 } }],
] as const)('the predecessor’s scripts, on the files %s', (_name, options: Partial<OfflineGameOptions>) => {
  const game = played(options).then(async (entries) => ({ entries, ...(await filesOf(entries)) }));
  const rowsOf = async (type: string) => (await game).rows.filter(({ response_type: each }) => each === type);

  it('count every message that was delivered, with its recipient', async () => {
    const { save } = await game;
    const counted = (await rowsOf('negotiation_message')).flatMap(({ power = '', phase, raw_response: raw = '' }) =>
      messagesIn(raw).map(({ content, isGlobal, recipient }) =>
        [phase, power, isGlobal ? 'GLOBAL' : recipient, content].join('|'),
      ),
    );
    const sent = save.phases.flatMap(({ name, messages = [] }) =>
      messages.map(({ sender, recipient, message }) => [name, sender, recipient, message].join('|')),
    );
    expect(sent.length).toBeGreaterThan(10);
    expect(counted.sort()).toEqual(sent.sort());
  });

  it('find the orders of each power that ordered', async () => {
    const { save } = await game;
    const rows = (await rowsOf('order_generation')).filter(({ success = '' }) => !isFailure(success));
    expect(rows.length).toBeGreaterThan(10);
    for (const { power = '', phase, raw_response: raw = '', reply } of rows) {
      const saved = save.phases.find(({ name }) => name === phase)?.orders[power] ?? [];
      expect(
        ordersIn(raw)
          .filter((order) => order !== 'WAIVE')
          .map(withoutVia)
          .sort(),
        reply,
      ).toEqual([...saved].map(withoutVia).sort());
      expect(raw.split(/parsable output/i)).toHaveLength(2);
    }
  });

  it('find diaries and what changed with them', async () => {
    const diaries = (await rowsOf('negotiation_diary')).filter(({ success = '' }) => !isFailure(success));
    expect(diaries.length).toBeGreaterThan(5);
    for (const { raw_response: raw = '' } of diaries) expect(diaryIn(raw).summary).not.toBe('N/A');
    for (const { raw_response: raw = '', success = '' } of await rowsOf('state_update'))
      if (!isFailure(success)) expect(Object.keys(JSON.parse(raw) as object)).toEqual(['reasoning', 'relationships', 'goals']);
  });

  it('count what our own tables count', async () => {
    const { entries, rows } = await game;
    const analyzed = await readAnalyzedGame('game', entries);
    for (const row of gameAnalysis(analyzed)) {
      const power = row['power_name'] as Power;
      const own = rows.filter((each) => each['power'] === power);
      const messages = own
        .filter(({ response_type: type }) => type === 'negotiation_message')
        .flatMap(({ raw_response: raw = '' }) => messagesIn(raw));
      expect(row).toMatchObject({
        total_negotiation_messages_sent: messages.length,
        total_global_messages: messages.filter(({ isGlobal }) => isGlobal).length,
        total_llm_calls_overall: own.length,
        total_failed_llm_calls: own.filter(({ success = '' }) => isFailure(success)).length,
        total_response_tokens_estimated: own.reduce(
          (sum, { raw_response: raw = '' }) => sum + Math.floor(raw.split(/\s+/).filter(Boolean).length * 1.3),
          0,
        ),
      });
    }
    const inPhases = phaseAnalysis(analyzed);
    expect(inPhases.reduce((sum, row) => sum + Number(row['total_responses_analyzed']), 0)).toBe(
      rows.filter(({ power }) => POWERS.some((each) => each === power)).length,
    );
    expect(inPhases.reduce((sum, row) => sum + Number(row['total_messages_sent'] ?? 0), 0)).toBe(
      gameAnalysis(analyzed).reduce((sum, row) => sum + Number(row['total_negotiation_messages_sent']), 0),
    );
  });

  it('have the model’s own words in a column of ours, and no control character but line breaks and tabs', async () => {
    const { entries, csv, rows } = await game;

    expect(csv).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
    const answers = entries.flatMap((entry) => (entry.type === 'answer-recorded' ? [entry.result.text] : []));
    expect(rows.map(({ reply }) => reply)).toEqual(answers.map((text) => text.replaceAll('\u0000', '␀')));
  });
});

const withoutVia = (order: string): string => order.replace(/ VIA$/, '');
