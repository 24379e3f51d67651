import { describe, expect, it } from 'vitest';
import { initialGameState, type PressMessage } from '../state/index.js';
import { readRecipient } from '../state/read-recipient.js';
import { deliverMessages, MESSAGES_PER_ROUND } from './deliver-messages.js';

const deliver = (written: readonly { recipient: string; text: string }[], press: readonly PressMessage[] = []) =>
  deliverMessages({ ...initialGameState, press, roundsHeld: 1 }, 'FRANCE', written);

describe('messages of a round', () => {
  it('go to a power or to everybody, with phase and round', () => {
    const { messages, dropped } = deliver([
      { recipient: 'England', text: ' Channel stays empty? ' },
      { recipient: 'GLOBAL', text: 'Peace.' },
    ]);
    expect(dropped).toEqual([]);
    expect(messages).toEqual([
      { phase: 'S1901M', round: 2, sender: 'FRANCE', recipient: 'ENGLAND', text: 'Channel stays empty?' },
      { phase: 'S1901M', round: 2, sender: 'FRANCE', recipient: 'GLOBAL', text: 'Peace.' },
    ]);
  });

  it('are dropped with the reason if addressed to nobody, and never sent to everybody instead', () => {
    const { messages, dropped } = deliver([
      { recipient: 'Engerland', text: 'a secret' },
      { recipient: 'France', text: 'note to self' },
      { recipient: 'ITALY', text: ' \n ' },
    ]);
    expect(messages).toEqual([]);
    expect(dropped.map(({ recipient, reason }) => [recipient, reason])).toEqual([
      ['Engerland', 'unknown-recipient'],
      ['France', 'to-oneself'],
      ['ITALY', 'empty'],
    ]);
  });

  it('are dropped if the recipient is eliminated', () => {
    const { position } = initialGameState;
    const without = {
      ...position,
      units: { ...position.units, ITALY: [] },
      centers: { ...position.centers, ITALY: [] },
    };
    const { dropped } = deliverMessages({ ...initialGameState, position: without }, 'FRANCE', [
      { recipient: 'ITALY', text: 'Ciao' },
    ]);
    expect(dropped[0]?.reason).toBe('eliminated-recipient');
  });

  it('are dropped if they repeat a message to the same power, in a later round too', () => {
    const said: PressMessage = { phase: 'S1901M', round: 1, sender: 'FRANCE', recipient: 'ITALY', text: 'Stay out of Piedmont!' };
    const { messages, dropped } = deliver(
      [
        { recipient: 'ITALY', text: 'stay out of piedmont' },
        { recipient: 'GERMANY', text: 'Stay out of Piedmont!' },
        { recipient: 'GERMANY', text: 'Stay out of Piedmont.' },
      ],
      [said],
    );
    expect(messages.map(({ recipient }) => recipient)).toEqual(['GERMANY']);
    expect(dropped.map(({ reason }) => reason)).toEqual(['repeated', 'repeated']);
  });

  it('are dropped beyond the maximum for a power', () => {
    const many = Array.from({ length: MESSAGES_PER_ROUND + 2 }, (_, at) => ({ recipient: 'ITALY', text: `number ${at}` }));
    const { messages, dropped } = deliver(many);
    expect(messages).toHaveLength(MESSAGES_PER_ROUND);
    expect(dropped.map(({ reason, text }) => [reason, text])).toEqual([
      ['too-many', 'number 12'],
      ['too-many', 'number 13'],
    ]);
  });
});

describe('a recipient', () => {
  it.each([
    ['FRANCE', 'FRANCE'],
    ['france.', 'FRANCE'],
    ['the Ottoman Empire', 'TURKEY'],
    ['Austria-Hungary', 'AUSTRIA'],
    ['GER', 'GERMANY'],
    ['UK', 'ENGLAND'],
    ['  all powers ', 'GLOBAL'],
    ['everyone', 'GLOBAL'],
    ['Prussia', null],
    ['', null],
    ['ENGLAND and FRANCE', null],
  ])('%j is %s', (written, meant) => {
    expect(readRecipient(written)).toBe(meant);
  });
});
