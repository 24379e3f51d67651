import { describe, expect, it } from 'vitest';
import { franceInFall } from '../../test/small-game.js';
import type { Observation, PressMessage } from '../state/index.js';
import { openMessages } from './open-messages.js';

const toFrance = (round: number, text: string, phase = 'F1902M'): PressMessage => ({
  phase,
  round,
  sender: 'GERMANY',
  recipient: 'FRANCE',
  text,
});
const fromFrance = (round: number, text: string, phase = 'F1902M'): PressMessage => ({
  phase,
  round,
  sender: 'FRANCE',
  recipient: 'GERMANY',
  text,
});
const [spring] = franceInFall.history;
const seen = (press: readonly PressMessage[], more: Partial<Observation> = {}) =>
  openMessages({ ...franceInFall, history: [{ ...spring!, press: [] }], press, roundsHeld: 1, ...more }).join('\n');

describe('open messages', () => {
  it('are those that wait for an answer, while one is possible', () => {
    expect(seen([toFrance(1, 'Well?')])).toBe('Waiting for your answer:\n- F1902M [round 1] GERMANY to FRANCE: Well?');
    expect(seen([toFrance(1, 'Well?')], { roundsHeld: 2 })).toBe('');
    expect(seen([toFrance(1, 'Well?'), fromFrance(2, 'Yes.')], { roundsHeld: 2, negotiationRounds: 3 })).toBe('');
  });

  it('include its own messages whose recipient had a round to answer and did not', () => {
    expect(seen([fromFrance(1, 'Help?')])).toBe('');
    expect(seen([fromFrance(1, 'Help?')], { roundsHeld: 2 })).toContain('You wrote and got no answer:\n- F1902M [round 1]');
  });

  it('are shown from this movement phase and the one before', () => {
    const older = { ...spring!, phase: 'F1901M', press: [toFrance(1, 'Long ago.', 'F1901M')] };
    const last = { ...spring!, press: [fromFrance(2, 'And now?', 'S1902M'), toFrance(2, 'Crossing.', 'S1902M')] };
    const history = [older, last];
    expect(seen([], { history, roundsHeld: 0 })).toBe(
      'Waiting for your answer:\n- S1902M [round 2] GERMANY to FRANCE: Crossing.',
    );
    expect(seen([], { history, roundsHeld: 1 })).toContain(
      'You wrote and got no answer:\n- S1902M [round 2] FRANCE to GERMANY: And now?',
    );
  });

  it('are the newest six, shortened', () => {
    const many = Array.from({ length: 8 }, (_, at) => toFrance(1, `${at} ${'long '.repeat(80)}`));
    const lines = seen(many).split('\n').slice(1);
    expect(lines.map((line) => /FRANCE: (\d)/.exec(line)?.[1])).toEqual(['2', '3', '4', '5', '6', '7']);
    for (const line of lines) expect(line.length).toBeLessThan(270);
  });

  it('are cut between two characters: an emoji is whole or gone, wherever the cut falls', () => {
    for (let lead = 150; lead < 250; lead += 1) {
      const text = seen([toFrance(1, `${'x'.repeat(lead)}${'👨‍👩‍👧😀'.repeat(30)}`)]);
      expect(text.isWellFormed()).toBe(true);
      expect(text).toMatch(/x(?:👨‍👩‍👧😀)*(?:👨‍👩‍👧)?\.\.\.$/u);
    }
  });
});
