import { readReply } from '@entente/llm-clients';
import { describe, expect, it } from 'vitest';
import { messagesReply } from '../write-messages.js';
import { ordersReply } from '../write-orders.js';
import { outsetReply } from '../initialize-agent.js';
import { negotiationReviewReply } from '../negotiation-diary.js';
import { stateUpdateReply } from '../update-state.js';

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
    ['as lines and nothing else', 'A PAR - BUR\nF BRE H', ''],
    ['as lines with marks and a heading', '**Orders:**\n1. A PAR - BUR\n2. F BRE H', ''],
    ['on one line', 'A PAR - BUR, F BRE H', ''],
    ['as arguments of a tool', `<tool_call>${sent({ name: 'order', arguments: sent({ orders }) })}</tool_call>`, ''],
    ['in a schema that is sent back', sent({ type: 'object', properties: { reasoning: 'Why.', orders } }), 'Why.'],
    ['one object a line', '{"order": "A PAR - BUR"}\n{"order": "F BRE H"}', ''],
    ['by unit, each in an object', sent({ orders: { 'A PAR': { order: '- BUR' }, 'F BRE': { action: 'H' } } }), ''],
    ['a map a unit', sent({ orders: [{ 'A PAR': '- BUR' }, { 'F BRE': 'H' }] }), ''],
    ['as lists within a list', sent({ orders: [['A PAR - BUR'], ['F BRE H']] }), ''],
    ['on one line in an object', sent({ orders: 'A PAR - BUR, F BRE H' }), ''],
    ['by the name that is not empty', sent({ orders: [], moves: orders }), ''],
    ['with all that is said of the reasons', sent({ reasoning: 'Why.', analysis: 'So.', orders }), 'Why.\nSo.'],
    ['with nothing among them', sent({ orders: [null, ...orders, ''] }), ''],
  ])('are read %s', (_, text, reasoning) => {
    expect(readReply(text, ordersReply)).toMatchObject({ ok: true, value: { reasoning, orders } });
  });

  it.each([
    ['a list that is something else', '["round 1", "round 2"]'],
    ['an object without any', '{"reasoning": "I wait."}'],
    ['nothing', ''],
    ['prose', 'I hold everywhere.'],
    ['prose that begins like an order', 'A great day. A fleet to hold.'],
    ['orders with something said beside them', 'I go for it.\nA PAR - BUR\nF BRE H'],
    ['a schema', '{"type": "object", "properties": {"orders": {"type": "array"}, "reasoning": {"type": "string"}}}'],
    ['objects that say more than can be read', sent({ orders: ['A PAR H', { unit: 'F BRE', type: 'move', to: 'MAO' }] })],
    ['an order whose place is said apart', sent({ orders: [{ unit: 'F BRE', order: 'MOVE', destination: 'MAO' }] })],
    ['numbers among them', sent({ orders: ['A PAR H', 7] })],
    ['two names', sent({ orders: ['A PAR H'], moves: ['A PAR - BUR'] })],
    ['a name of our own and one of the model', sent({ orders: ['A PAR H'], builds: ['BUILD F BRE'] })],
    ['a number', '{"orders": 7}'],
    ['half of what was written', '{"orders": ["A PAR - BUR"]}, "F BRE H"]}'],
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

  it.each([
    ['by recipient, beside a word that all is said', { ENGLAND: 'Hello.', GLOBAL: 'Peace.', done: false }],
    ['by recipient, each in an object or a list', { messages: { ENGLAND: { text: 'Hello.' }, GLOBAL: ['Peace.'] }, done: false }],
    ['by recipient, in a list', { messages: [{ ENGLAND: 'Hello.' }, { GLOBAL: 'Peace.' }] }],
    ['each in a wrapper', { messages: both.map((message) => ({ message })) }],
    ['beside thoughts', { reasoning: { why: ['x'] }, messages: both, done: false }],
    ['with a kind by two names', { messages: both.map((message) => ({ ...message, type: 'message' })) }],
  ])('are read %s', (_, value) => {
    expect(readReply(sent(value), messagesReply)).toMatchObject({ ok: true, value: { messages: both, done: false } });
  });

  it('stand beside the word that the power is done, where there is one', () => {
    const value = { recipient: 'ENGLAND', text: 'Hello.', done: true };
    expect(readReply(sent(value), messagesReply)).toMatchObject({ ok: true, value: { messages: [both[0]], done: true } });
  });

  it('keep an unknown recipient, so that the power can be told', () => {
    const value = { messages: { ENGLAND: 'Hello.', SPAIN: 'Psst.' }, done: true };
    const messages = [both[0], { recipient: 'SPAIN', text: 'Psst.' }];
    expect(readReply(sent(value), messagesReply)).toMatchObject({ ok: true, value: { messages, done: true } });
  });

  it.each([
    ['by another name', { private_messages: [both[0]], done: true }],
    ['by another name beside ours', { messages: [both[1]], private_messages: [both[0]], done: true }],
    ['by another name beside an empty list', { messages: [], msgs: [both[0]], done: true }],
    ['by recipient, beside a list', { messages: [both[1]], ENGLAND: 'Hello.', done: true }],
    ['by recipient, one of them unreadable', { messages: { GLOBAL: 'Peace.', ENGLAND: { words: 'Hello.' } }, done: true }],
    ['by recipient, and one more', { ENGLAND: 'Hello.', SPAIN: { words: 'Psst.' }, done: true }],
    ['one beside a list', { messages: [both[1]], recipient: 'ENGLAND', text: 'Hello.', done: true }],
    ['with two recipients by two names', { messages: [{ recipient: 'FRANCE', to: 'ITALY', text: 'x' }] }],
    ['with a recipient that is no name', { messages: [{ recipients: ['FRANCE', { name: 'ITALY' }], text: 'x' }] }],
    ['with two texts by two names', { messages: [{ recipient: 'FRANCE', text: 'x', content: 'y' }] }],
    ['with half a text that is none', { messages: [{ recipient: 'FRANCE', text: ['x', { more: 'y' }] }] }],
    ['in two lists', { messages: [both[0]], communications: [both[1]] }],
  ])('are asked for again, rather than lost, %s', (_, value) => {
    expect(readReply(sent(value), messagesReply).ok).toBe(false);
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

  const toFrance = '{"recipient": "FRANCE", "text": "Let us attack Italy."}';
  const toItaly = '{"recipient": "ITALY", "text": "Let us attack France."}';
  it.each([
    ['a line each', `${toFrance}\n${toItaly}`],
    ['in fences', `\`\`\`json\n${toFrance}\n\`\`\`\n\`\`\`json\n${toItaly}\n\`\`\``],
    ['in doubled braces', `{${toFrance}}\n{${toItaly}}`],
    ['in a numbered list', `1. ${toFrance}\n2. ${toItaly}`],
    ['with a bracket too many', `{"messages": [${toFrance}}, ${toItaly}], "done": false}`],
    ['with a bracket too few', `{"messages": [${toFrance.slice(0, -1)}, ${toItaly}], "done": false}`],
    ['with a comma too few', `{"messages": [${toFrance} ${toItaly}], "done": false}`],
    ['with a quote of another kind', `{"messages": [${toFrance.replace('."', '.”')}, ${toItaly}], "done": false}`],
  ])('are all read, and each for its recipient, %s', (_, text) => {
    expect(readReply(text, messagesReply)).toMatchObject({
      ok: true,
      value: { messages: [JSON.parse(toFrance), JSON.parse(toItaly)], done: false },
    });
  });

  it.each([
    ['with text between them', `To France: ${toFrance}\nTo Italy: ${toItaly}`],
    ['without a quote', `{"messages": [${toFrance.replace('."', '.')}, ${toItaly}], "done": false}`],
    ['without a name for the text', '[{"recipient": "FRANCE", "text": "Hello."}, {"recipient": "ITALY", "words": "Psst."}]'],
    ['as bare texts', '{"messages": ["Let us attack Italy."], "done": true}'],
    ['as two replies', `{"messages": [${toFrance}]}\n{"messages": [${toItaly}]}`],
    ['by two texts in one message', `{"messages": [${toFrance.slice(0, -1)}, "text": "Or not."}]}`],
  ])('are asked for again, rather than lost, %s', (_, text) => {
    expect(readReply(text, messagesReply).ok).toBe(false);
  });

  it('never become public for lack of a recipient', () => {
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
    [
      'objects that say more',
      [
        { id: 1, goal: 'Win.' },
        { priority: 'high', goal: 'Live.' },
      ],
    ],
    ['a map', { short: 'Win.', long: 'Live.' }],
    ['blanks among them', ['Win.', ' ', 'Live.']],
  ])('are read where goals are %s', (_, goals) => {
    expect(readReply(sent({ initial_goals: goals, initial_relationships: {} }), outsetReply)).toMatchObject({
      ok: true,
      value: { goals: ['Win.', 'Live.'], relationships: {} },
    });
  });

  it('are asked for again where there is no first goal', () => {
    expect(readReply('{"goals": [], "relationships": []}', outsetReply).ok).toBe(false);
  });

  it('are asked for again where one of the goals cannot be read', () => {
    expect(readReply('{"goals": ["Win.", {"a": {"b": "c"}}], "relationships": []}', outsetReply).ok).toBe(false);
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

  it('is complained about in words when it is empty', () => {
    expect(readReply('{}', negotiationReviewReply)).toEqual({
      ok: false,
      complaint: 'reply: has none of the fields that are asked for (diary, goals, relationships); it is empty',
    });
  });

  it('puts all texts for the diary into the entry', () => {
    expect(readReply('{"diary": "We agreed.", "summary": "All is well."}', negotiationReviewReply)).toMatchObject({
      value: { diary: 'We agreed.\nAll is well.' },
    });
  });

  it.each([
    '{"diary": ["x", {"more": "y"}]}',
    '{"diary": {"x": "y"}, "summary": "z"}',
    '{"diary": "x", "intent": {"to": "lie"}}',
  ])('is asked for again where a part of the diary cannot be read: %s', (text) => {
    expect(readReply(text, negotiationReviewReply).ok).toBe(false);
  });

  it('needs a text for the diary', () => {
    expect(readReply('{"goals": ["Win."]}', negotiationReviewReply).ok).toBe(false);
  });
});

describe('an update', () => {
  it('has the changes alone, without the parts that it leaves out', () => {
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

  it('is not read from an object without any of its parts', () => {
    expect(readReply('{"answer": "None.", "confidence": 1}', stateUpdateReply).ok).toBe(false);
  });
});
