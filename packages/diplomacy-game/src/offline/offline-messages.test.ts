import { type Position, POWERS, seededRandom, startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { observationOf } from '../../test/observation-of.js';
import { offlineRequest } from '../../test/offline-request.js';
import { randomPositions } from '../../test/random-positions.js';
import { livingPowers } from '../state/game-state.js';
import { PROMPT_SETS } from '../prompts/sets/prompt-sets.js';
import { writeMessagesPrompt } from '../prompts/write-messages.js';
import { blankAgent, type Observation, type PressMessage } from '../state/index.js';
import { offlineFormat } from './offline-format.js';
import { offlineMessages } from './offline-messages.js';
import { readActs } from './speech-acts.js';

interface Reply {
  readonly messages: readonly { readonly recipient: string; readonly text: string }[];
  readonly done: boolean;
}

const prompts = PROMPT_SETS.default;
const requestFor = (observation: Observation, form: 'json' | 'words' = 'json') =>
  offlineRequest(writeMessagesPrompt.with({ observation, prompts, form }).messages);
const replyTo = (observation: Observation, seed: number | string = 1): Reply =>
  JSON.parse(offlineMessages(requestFor(observation), seededRandom(seed))) as Reply;

const start = startingPosition();
const press = (
  round: number,
  sender: PressMessage['sender'],
  recipient: PressMessage['recipient'],
  text: string,
): PressMessage => ({
  phase: 'S1901M',
  round,
  sender,
  recipient,
  text,
});

describe('the messages of the offline diplomat', () => {
  it('go to others who are alive, or to all', () => {
    for (const [at, position] of [...randomPositions(5, 60), ...randomPositions(6, 60)].entries()) {
      if (!position.phase.endsWith('M')) continue;
      const power = POWERS[at % 7] ?? 'FRANCE';
      const living: readonly string[] = livingPowers(position);
      if (position.units[power].length === 0) continue;
      for (const { recipient, text } of replyTo(observationOf(position, power), at).messages) {
        expect([...living, 'GLOBAL']).toContain(recipient);
        expect(recipient).not.toBe(power);
        expect(text.length).toBeGreaterThan(10);
        expect(text).not.toMatch(/[{}\n]|undefined/);
      }
    }
  });

  it('follow from prompt and seed alone, and differ in ten games', () => {
    const observation = observationOf(start, 'ENGLAND');
    const texts = Array.from({ length: 10 }, (_, seed) => offlineMessages(requestFor(observation), seededRandom(seed)));
    expect(offlineMessages(requestFor(observation), seededRandom(7))).toBe(texts[7]);
    expect(new Set(texts).size).toBe(10);
    const lines = texts.flatMap((text) => (JSON.parse(text) as Reply).messages.map((message) => message.text));
    expect(new Set(lines).size).toBeGreaterThan(lines.length * 0.95);
  });

  it('answer everybody who waits, by a yes or a no to what was asked', () => {
    const asked = [
      press(1, 'GERMANY', 'FRANCE', 'I propose that Burgundy stays empty.'),
      press(1, 'ENGLAND', 'FRANCE', 'What if no unit of yours or mine sets foot in the English Channel?'),
    ];
    for (let seed = 0; seed < 20; seed += 1) {
      const { messages } = replyTo(observationOf(start, 'FRANCE', { press: asked, roundsHeld: 1 }), seed);
      for (const [recipient, province] of [
        ['GERMANY', 'BUR'],
        ['ENGLAND', 'ENG'],
      ] as const) {
        const text = messages.find((message) => message.recipient === recipient)?.text ?? '';
        const acts = readActs(text, { sender: 'FRANCE', recipient });
        const answer = acts.find(({ deal }) => deal.kind === 'demilitarized' && deal.province === province);
        expect(['accept', 'refuse'], text).toContain(answer?.act);
      }
    }
  });

  it('are more willing towards friends than towards enemies', () => {
    const asked = [press(1, 'GERMANY', 'FRANCE', 'I propose that there is peace between our two countries for now.')];
    const yes = (relationship: 'Ally' | 'Enemy') =>
      Array.from({ length: 40 }, (_, seed) => {
        const self = { ...blankAgent, relationships: { GERMANY: relationship } };
        const { messages } = replyTo(observationOf(start, 'FRANCE', { press: asked, roundsHeld: 1, self }), seed);
        const text = messages.find(({ recipient }) => recipient === 'GERMANY')?.text ?? '';
        return readActs(text, { sender: 'FRANCE', recipient: 'GERMANY' }).some(({ act }) => act === 'accept');
      }).filter(Boolean).length;
    expect(yes('Ally')).toBeGreaterThan(yes('Enemy') + 10);
  });

  it('ask for supports with orders that the other power can give', () => {
    const position: Position = {
      ...start,
      units: { ...start.units, FRANCE: ['A BUR', 'A PAR', 'F BRE'], GERMANY: ['A MUN', 'A RUH', 'F KIE'] },
    };
    const asked = Array.from({ length: 30 }, (_, seed) => replyTo(observationOf(position, 'FRANCE'), seed)).flatMap(
      ({ messages }) =>
        messages.flatMap(({ recipient, text }) =>
          recipient === 'GLOBAL' ? [] : readActs(text, { sender: 'FRANCE', recipient: recipient as 'GERMANY' }),
        ),
    );
    const orders = asked.flatMap(({ deal }) => (deal.kind === 'order' && deal.by === 'GERMANY' ? [deal.order] : []));
    expect(orders.length).toBeGreaterThan(0);
    for (const order of orders) expect(order).toMatch(/^[AF] (?:MUN|RUH|KIE) S [AF] (?:BUR|PAR|BRE) - /);
  });

  it('mention a broken promise in the first round after it, and give thanks for a kept one', () => {
    const promised = [
      press(1, 'GERMANY', 'FRANCE', 'I propose that Burgundy stays empty.'),
      press(2, 'FRANCE', 'GERMANY', 'Agreed: Burgundy stays empty.'),
    ];
    const after = (german: string) =>
      Array.from({ length: 20 }, (_, seed) => {
        const outcomes = [
          { power: 'FRANCE' as const, order: 'A PAR - PIC', results: [] },
          { power: 'GERMANY' as const, order: german, results: [] },
        ];
        const record = { phase: 'S1901M', position: start, orders: {}, outcomes, press: promised };
        const { messages } = replyTo(observationOf({ ...start, phase: 'F1901M' }, 'FRANCE', { history: [record] }), seed);
        const text = messages.find(({ recipient }) => recipient === 'GERMANY')?.text ?? '';
        return readActs(text, { sender: 'FRANCE', recipient: 'GERMANY' }).map(({ act }) => act);
      }).flat();
    expect(after('A MUN - BUR')).toContain('claim');
    expect(after('A MUN - BUR')).not.toContain('thank');
    expect(after('A MUN - RUH')).toContain('thank');
    expect(after('A MUN - RUH')).not.toContain('claim');
  });

  it('come to an end once all is answered and nothing is asked', () => {
    const done = Array.from(
      { length: 20 },
      (_, seed) => replyTo(observationOf(start, 'RUSSIA', { roundsHeld: 3, negotiationRounds: 6 }), seed).done,
    );
    expect(done).toEqual(done.map(() => true));
    const first = Array.from({ length: 20 }, (_, seed) =>
      replyTo(observationOf(start, 'RUSSIA', { negotiationRounds: 6 }), seed),
    );
    for (const { messages, done: isDone } of first) {
      const proposes = messages.some(
        ({ recipient, text }) =>
          recipient !== 'GLOBAL' &&
          readActs(text, { sender: 'RUSSIA', recipient: recipient as 'TURKEY' }).some(({ act }) => act === 'propose'),
      );
      expect(isDone).toBe(!proposes);
    }
  });

  it('can be written in plain words, which the second step turns into the same messages', () => {
    const observation = observationOf(start, 'ITALY');
    const words = offlineMessages(requestFor(observation, 'words'), seededRandom(2));
    expect(words).not.toContain('{');
    const text = `WHAT WAS SAID\n${words}\n\nYOUR TASK: MESSAGES AS JSON\nThe player is ITALY.`;
    const formatted = JSON.parse(offlineFormat({ messages: [{ role: 'user', text }] })) as Reply;
    expect(formatted).toEqual(replyTo(observation, 2));
  });
});
