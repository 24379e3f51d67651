import { readReply } from '@entente/llm-clients';
import { describe, expect, it } from 'vitest';
import { messagesReply } from './messages-reply.js';
import { ordersReply } from './orders-reply.js';
import { outsetReply } from './outset-reply.js';
import { negotiationReviewReply, stateUpdateReply } from './reflection-reply.js';

const sent = (value: unknown) => JSON.stringify(value);

describe('orders', () => {
  const orders = ['A PAR - BUR', 'F BRE H'];
  it.each([
    ['as asked', sent({ reasoning: 'Why.', orders }), 'Why.'],
    ['without a reason', sent({ orders }), ''],
    ['under another name', sent({ Analysis: 'Why.', Moves: orders }), 'Why.'],
    ['as objects', sent({ reasoning: 'Why.', orders: [{ order: 'A PAR - BUR' }, { unit: 'F BRE', action: 'H' }] }), 'Why.'],
    ['by unit', sent({ reasoning: 'Why.', orders: { 'A PAR': '- BUR', 'F BRE': 'F BRE H' } }), 'Why.'],
    ['as lines', sent({ reasoning: 'Why.', orders: 'A PAR - BUR\nF BRE H' }), 'Why.'],
    ['as a bare list', sent(orders), ''],
    ['in one wrapper too many', sent({ response: { reasoning: 'Why.', orders } }), 'Why.'],
    ['after free thoughts', `I think of {A PAR - MUN}.\n\nPARSABLE OUTPUT:\n${sent({ orders })}`, ''],
    ['in a fence, with a comma too many', '**PARSABLE OUTPUT:**\n```json\n{"orders": ["A PAR - BUR", "F BRE H",]}\n```', ''],
    ['the last time, where they are written twice', `${sent({ orders: ['A PAR H'] })} No: ${sent({ orders })}`, ''],
    ['in doubled braces', '{{"orders": ["A PAR - BUR", "F BRE H"]}}', ''],
  ])('are read %s', (_, text, reasoning) => {
    expect(readReply(text, ordersReply)).toMatchObject({ ok: true, value: { reasoning, orders } });
  });

  it.each([
    ['a list that is something else', '["round 1", "round 2"]'],
    ['an object without any', '{"reasoning": "I wait."}'],
    ['nothing', ''],
    ['prose', 'I hold everywhere.'],
  ])('are not read out of %s', (_, text) => {
    expect(readReply(text, ordersReply).ok).toBe(false);
  });

  it('may be none', () => {
    expect(readReply('{"reasoning": "Nothing to do.", "orders": []}', ordersReply)).toMatchObject({
      ok: true,
      value: { orders: [] },
    });
  });
});

describe('messages', () => {
  const both = [
    { recipient: 'ENGLAND', text: 'Hello.' },
    { recipient: 'GLOBAL', text: 'Peace.' },
  ];
  it.each([
    ['as asked', { messages: both, done: false }],
    ['as a bare list', both],
    [
      'in the shape of the predecessor',
      [
        { message_type: 'private', recipient: 'ENGLAND', content: 'Hello.' },
        { message_type: 'global', content: 'Peace.' },
      ],
    ],
    ['by recipient', { messages: { ENGLAND: 'Hello.', GLOBAL: 'Peace.' } }],
    [
      'with other names',
      {
        Messages: [
          { to: 'ENGLAND', body: 'Hello.' },
          { type: 'Public', message: 'Peace.' },
        ],
      },
    ],
  ])('are read %s', (_, value) => {
    expect(readReply(sent(value), messagesReply)).toMatchObject({ ok: true, value: { messages: both, done: false } });
  });

  it('to several powers go to each of them', () => {
    const value = { messages: [{ recipient: ['ENGLAND', 'ITALY'], text: 'Now.' }], done: true };
    expect(readReply(sent(value), messagesReply)).toMatchObject({
      ok: true,
      value: {
        messages: [
          { recipient: 'ENGLAND', text: 'Now.' },
          { recipient: 'ITALY', text: 'Now.' },
        ],
        done: true,
      },
    });
  });

  it('that are private never become public for want of a recipient', () => {
    const value = [
      { message_type: 'private', content: 'Psst.' },
      { message_type: 'private', recipient: 'GLOBAL', content: 'Psst.' },
      { text: 'Psst.' },
    ];
    expect(readReply(sent(value), messagesReply)).toMatchObject({
      ok: true,
      value: { messages: value.map(() => ({ recipient: '', text: 'Psst.' })) },
    });
  });

  it.each([
    ['an empty list', '[]', true],
    ['an empty list that goes on', '{"messages": [], "done": false}', false],
    ['a word for done', '{"messages": [], "done": "yes"}', true],
    ['one message alone', sent(both[0]), false],
  ])('may be none, or one: %s', (_, text, done) => {
    expect(readReply(text, messagesReply)).toMatchObject({ ok: true, value: { done } });
  });

  it.each(['{"thoughts": "I say nothing."}', '[1, 2]', 'I say nothing.'])('are not read out of %s', (text) => {
    expect(readReply(text, messagesReply).ok).toBe(false);
  });
});

describe('goals and relationships', () => {
  const relationships = { ENGLAND: 'Ally', TURKEY: 'Enemy' };
  it.each([
    [
      'a list',
      [
        { power: 'ENGLAND', relationship: 'Ally' },
        { power: 'TURKEY', relationship: 'Enemy' },
      ],
    ],
    ['a map', { ENGLAND: 'Ally', TURKEY: 'Enemy' }],
    ['any case, and other names of powers', { england: 'ALLY', Ottoman: 'enemy' }],
    ['objects in a map', { ENGLAND: { relationship: 'Ally', why: 'Fleets.' }, TURKEY: { status: 'Enemy' } }],
    ['lines', 'England: Ally\n- Turkey: Enemy'],
    ['a list of lines', ['ENGLAND: Ally', 'TURKEY: Enemy (for now)']],
    [
      'unknown powers and labels among them',
      { ENGLAND: 'Ally', SPAIN: 'Ally', ITALY: 'Complicated', TURKEY: 'Enemy', GLOBAL: 'Ally' },
    ],
    ['nothing said of some', { ENGLAND: 'Ally', TURKEY: 'Enemy', ITALY: null }],
  ])('are read from %s', (_, value) => {
    expect(readReply(sent({ goals: ['Win.'], relationships: value }), outsetReply)).toEqual({
      ok: true,
      value: { goals: ['Win.'], relationships },
      exact: true,
    });
  });

  it.each([
    ['a list', ['Win.', 'Live.']],
    ['lines with marks', '1. Win.\n- Live.'],
    ['objects', [{ goal: 'Win.' }, { goal: 'Live.' }]],
    ['blanks among them', ['Win.', ' ', 'Live.']],
  ])('are read where goals are %s', (_, goals) => {
    expect(readReply(sent({ initial_goals: goals, initial_relationships: {} }), outsetReply)).toMatchObject({
      ok: true,
      value: { goals: ['Win.', 'Live.'], relationships: {} },
    });
  });

  it('are asked for again where there is no goal to set out with', () => {
    expect(readReply('{"goals": [], "relationships": []}', outsetReply).ok).toBe(false);
  });
});

describe('the review of a negotiation', () => {
  it.each([
    ['as asked', { diary: 'We agreed.', goals: ['Win.'], relationships: [{ power: 'ITALY', relationship: 'Friendly' }] }],
    [
      'in the shape of the predecessor',
      { negotiation_summary: 'We agreed.', goals: ['Win.'], updated_relationships: { ITALY: 'Friendly' } },
    ],
    [
      'with updates by another name',
      { diary_entry: 'We agreed.', updated_goals: ['Win.'], relationship_updates: { ITALY: 'friendly' } },
    ],
  ])('is read %s', (_, value) => {
    expect(readReply(sent(value), negotiationReviewReply)).toMatchObject({
      ok: true,
      value: { diary: 'We agreed.', goals: ['Win.'], relationships: { ITALY: 'Friendly' } },
    });
  });

  it('keeps an intent with the diary', () => {
    expect(readReply('{"negotiation_summary": "We agreed.", "intent": "To lie."}', negotiationReviewReply)).toEqual({
      ok: true,
      value: { diary: 'We agreed.\nIntent: To lie.' },
      exact: true,
    });
  });

  it('needs something for the diary', () => {
    expect(readReply('{"goals": ["Win."]}', negotiationReviewReply).ok).toBe(false);
  });
});

describe('an update', () => {
  it('says what has changed, and nothing of what it leaves out', () => {
    expect(readReply('{"reasoning": "Stabbed.", "goals": [], "relationships": {"ITALY": "Enemy"}}', stateUpdateReply)).toEqual({
      ok: true,
      value: { relationships: { ITALY: 'Enemy' }, note: 'Stabbed.' },
      exact: true,
    });
    expect(readReply('{"updated_goals": ["Live."], "updated_relationships": {}}', stateUpdateReply)).toEqual({
      ok: true,
      value: { goals: ['Live.'] },
      exact: true,
    });
  });

  it('is not read out of an object that says none of it', () => {
    expect(readReply('{"answer": "None.", "confidence": 1}', stateUpdateReply).ok).toBe(false);
  });
});
