import type { Couple, Persona } from '@entente/relationship';
import { expect, it } from 'vitest';
import { SettingFault } from '../couple-runs/setting-fault.js';
import { putInPersona } from './put-in-persona.js';

const person = (name: string): Persona => ({ id: name.toLowerCase(), name, persona: '', life: {}, memories: [] });
const couple: Couple = {
  id: 'ann-bo',
  partners: [person('Ann'), person('Bo')],
  facts: { bond: 'partners', stage: 'dating', story: "Ann met Bo at Annika's; Bo took Ann's coat.", agreed: ['Ann cooks.'] },
  knows: ['You have seen that Bo hums.', 'You have seen that Ann counts.'],
  secrets: [['Ann has kept the letter.'], ['Bo has read it, and Ann does not know.']],
};

it('lets another persona take over the place, the story and the secrets, under its own name', () => {
  expect(putInPersona(couple, 0, person('Cy'))).toEqual({
    id: 'ann-bo',
    partners: [person('Cy'), person('Bo')],
    facts: { bond: 'partners', stage: 'dating', story: "Cy met Bo at Annika's; Bo took Cy's coat.", agreed: ['Cy cooks.'] },
    knows: ['You have seen that Bo hums.', ''],
    secrets: [['Cy has kept the letter.'], ['Bo has read it, and Cy does not know.']],
  });
});

it('changes nothing without a persona, or for the one that is there', () => {
  expect(putInPersona(couple, 1, undefined)).toBe(couple);
  expect(putInPersona(couple, 1, couple.partners[1])).toBe(couple);
});

it('refuses two partners of one name', () => {
  expect(() => putInPersona(couple, 1, person('Ann'))).toThrow(SettingFault);
});
