import { expect, test } from 'vitest';
import { z } from 'zod';
import { schemaInstruction } from '../providers/json-schema.js';
import { splitSchemaInstruction } from './schema-instruction.js';
import { type OfflineMessage, toOfflineRequest } from './to-offline-request.js';

const instruction = schemaInstruction(z.object({ note: z.string() }));

test.each<[string, readonly OfflineMessage[], readonly OfflineMessage[]]>([
  [
    'system text comes first and as one message',
    [
      { role: 'user', text: 'One' },
      { role: 'system', text: 'Rules' },
      { role: 'system', text: 'Persona' },
    ],
    [
      { role: 'system', text: 'Rules\n\nPersona' },
      { role: 'user', text: 'One' },
    ],
  ],
  [
    'neighbours of one role are joined, empty messages are left out',
    [
      { role: 'user', text: 'One' },
      { role: 'assistant', text: ' \n' },
      { role: 'user', text: 'Two' },
    ],
    [{ role: 'user', text: 'One\n\nTwo' }],
  ],
  ['an appended schema is cut off', [{ role: 'user', text: `One\n\n${instruction}` }], [{ role: 'user', text: 'One' }]],
  [
    'an appended schema is cut off wherever the last user message stands',
    [
      { role: 'user', text: `One\n\n${instruction}` },
      { role: 'assistant', text: 'So' },
    ],
    [
      { role: 'user', text: 'One' },
      { role: 'assistant', text: 'So' },
    ],
  ],
  ['a message that is nothing but an appended schema disappears', [{ role: 'user', text: instruction }], []],
  [
    'an instruction quoted earlier stays',
    [
      { role: 'user', text: `One\n\n${instruction}` },
      { role: 'assistant', text: 'So' },
      { role: 'user', text: 'Two' },
    ],
    [
      { role: 'user', text: `One\n\n${instruction}` },
      { role: 'assistant', text: 'So' },
      { role: 'user', text: 'Two' },
    ],
  ],
])('%s', (_, messages, expected) => {
  expect(toOfflineRequest(messages).messages).toEqual(expected);
});

test('the schema can be read out of its instruction', () => {
  expect(splitSchemaInstruction(`One\n\n${instruction}`).schema).toMatchObject({
    type: 'object',
    properties: { note: { type: 'string' } },
  });
  expect(splitSchemaInstruction('Reply with one JSON value, whatever that is')).toEqual({ text: '' });
  expect(splitSchemaInstruction('One')).toEqual({ text: 'One' });
});
