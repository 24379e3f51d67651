import { describe, expect, it } from 'vitest';
import { begun, factsOfPhase } from '../story/sample-game';
import { startingPosition } from '@entente/diplomacy-rules';
import { judgePhase } from '../story/judged-phase';
import { readGameFile } from './read-game-file';

const { units, centers } = startingPosition();
const state = { units, centers, name: 'S1901M' };
const PHASE = {
  name: 'S1901M',
  state,
  orders: { FRANCE: ['A PAR - BUR'], GERMANY: ['A MUN - BUR'] },
  results: { 'A PAR': ['bounce'], 'A MUN': ['bounce', ''] },
  messages: [
    { sender: 'FRANCE', recipient: 'GERMANY', time_sent: 1, phase: 'S1901M', message: '<b>Stay</b> out.' },
    { sender: 'SYSTEM', recipient: 'GLOBAL', time_sent: 2, phase: 'S1901M', message: 'Begin.' },
  ],
  state_agents: {
    FRANCE: {
      model_id: 'some-model',
      goals: ['Burgundy', 7],
      relationships: { GERMANY: 'Enemy', SPAIN: 'Ally', ITALY: 'Lover' },
      full_private_diary: ['[S1901M] A day.', '[W1900A] Older.'],
    },
  },
};
const LAST = { name: 'F1901M', state: { ...state, name: 'F1901M' }, orders: {} };
const GAME = { id: 'x', map: 'standard', phases: [PHASE, LAST] };

const storyFrom = (value: unknown) => {
  const reading = readGameFile(typeof value === 'string' ? value : JSON.stringify(value));
  if (!reading.ok) throw new Error(reading.message);
  return reading.story;
};

describe('readGameFile', () => {
  it('reads a saved game with the minds that AI_Diplomacy adds', () => {
    const { phases, notes, runId } = storyFrom(GAME);
    expect(phases.map(({ name, stage }) => [name, stage])).toEqual([
      ['S1901M', 'played'],
      ['F1901M', 'end'],
    ]);
    expect(phases[0]).toMatchObject({
      press: [{ sender: 'FRANCE', recipient: 'GERMANY', text: '<b>Stay</b> out.' }],
      diaries: [{ power: 'FRANCE', text: 'A day.' }],
      models: { FRANCE: 'some-model' },
    });
    expect(phases[0]?.agents?.FRANCE).toEqual({ goals: ['Burgundy'], relationships: { GERMANY: 'Enemy' }, plan: null });
    expect(notes).toEqual(['Messages that are not between powers are passed over: 1.']);
    expect(runId).toBeNull();
    const [first] = phases;
    expect(first && judgePhase(first).notes).toEqual([]);
  });

  it('reads a game of the Python package, which has no minds, and the first game of many', () => {
    const { state_agents: _, ...plain } = PHASE;
    const bare = { ...GAME, phases: [plain, LAST] };
    expect(storyFrom(bare).phases[0]?.agents).toBeNull();
    const line = JSON.stringify(bare);
    expect(storyFrom(`${line}\n${line}\n`).notes).toContain('The file holds 2 games; the first is shown.');
  });

  it('reads a journal', () => {
    const { facts } = factsOfPhase(startingPosition(), { FRANCE: ['A PAR - BUR'] });
    const lines = [
      { type: 'run-started', v: 1 },
      ...[begun, ...facts].map((fact) => ({ type: 'fact-recorded', v: 1, step: 'S1901M', fact })),
    ];
    const { phases } = storyFrom(lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(phases.map(({ name }) => name)).toEqual(['S1901M', 'F1901M']);
  });

  it.each([
    ['', 'The file is empty.'],
    ['[]', 'neither a saved game nor a journal'],
    ['{"id": 3', 'not JSON'],
    ['{}', 'The saved game is wrong at id'],
    [JSON.stringify({ ...GAME, map: 'ancmed' }), 'standard map'],
    [JSON.stringify({ ...GAME, phases: [] }), 'no phase'],
    [JSON.stringify({ ...GAME, phases: [{ ...PHASE, name: 'Spring' }] }), 'phase'],
    [
      JSON.stringify({ ...GAME, phases: [{ ...PHASE, state: { ...state, units: { FRANCE: ['A <script>'] } } }] }),
      'units.FRANCE[0]',
    ],
    [
      JSON.stringify({
        ...GAME,
        phases: [{ ...PHASE, state: { ...state, centers: { __proto__: null, constructor: ['PAR'] } } }],
      }),
      'constructor',
    ],
    ['{"type":"run-started"}\n{"type":"fact-recorded","fact":{"type":"scene-begun"}}', 'not that of a game'],
  ])('says in one line what is wrong with %j', (text, message) => {
    const reading = readGameFile(text);
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    expect(reading.message).toContain(message);
    expect(reading.message).not.toContain('\n');
    expect(reading.message.length).toBeLessThanOrEqual(300);
  });
});
