import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Message, MESSAGE_ROLES, messageText } from '../language-model.js';
import { SYSTEM_ROLES } from './lesson.js';
import { hasUnevenTurns, shapeTurns } from './shape-turns.js';

const conversations: fc.Arbitrary<readonly Message[]> = fc
  .array(fc.constantFrom(...MESSAGE_ROLES), { minLength: 1, maxLength: 8 })
  .map((roles) => roles.map((role, index) => ({ role, parts: [{ kind: 'tail', text: `<${String(index)}>` }] })));
const text = (messages: readonly Message[]): string => messages.map(messageText).join('\n\n');

describe('turns of any conversation', () => {
  it('keep every word, in its order where nothing has to move', () => {
    fc.assert(
      fc.property(
        conversations,
        fc.constantFrom(...SYSTEM_ROLES),
        fc.boolean(),
        fc.boolean(),
        (messages, systemRole, mergeTurns, endWithUser) => {
          const shaped = shapeTurns(messages, { systemRole, mergeTurns, endWithUser });
          for (const [index] of messages.entries()) expect(text(shaped).split(`<${String(index)}>`)).toHaveLength(2);
          if (!mergeTurns && !endWithUser) expect(text(shaped)).toBe(text(messages));
        },
      ),
    );
  });

  it('alternate, begin with the user and end with him, where that is wanted', () => {
    fc.assert(
      fc.property(conversations, fc.constantFrom(...SYSTEM_ROLES), (messages, systemRole) => {
        const shaped = shapeTurns(messages, { systemRole, mergeTurns: true, endWithUser: true });
        expect(hasUnevenTurns(shaped)).toBe(false);
        const spoken = shaped.filter(({ role }) => role !== 'system').map(({ role }) => role);
        if (spoken.length > 0) expect([spoken[0], spoken.at(-1)]).toEqual(['user', 'user']);
        if (systemRole === 'user') expect(shaped.some(({ role }) => role === 'system')).toBe(false);
      }),
    );
  });

  it('are left alone, by reference, where nothing is wanted', () => {
    fc.assert(
      fc.property(conversations, (messages) => {
        expect(shapeTurns(messages, { systemRole: 'system', mergeTurns: false, endWithUser: false })).toBe(messages);
      }),
    );
  });
});
