import { describe, expect, it } from 'vitest';
import { applyCoupleChange, type CoupleChange, type CoupleFacts, UNKNOWN_COUPLE } from '../state/couple-facts.js';
import { castScenario, openChanges } from './cast-scenario.js';
import type { Scenario } from './scenario.js';

const scenario: Scenario = {
  id: 'key',
  category: 'Modern Life',
  turningPoint: 'lost key',
  uncertainty: 'partner',
  context: 'door',
  tone: 'tense',
  setting: "{A}'s door.",
  situation: 'The lost key of {A}. {B} waits.',
  onlyA: '{A} threw it away.',
  onlyB: '',
  conflict: '{B} asks, {A} hides.',
  requires: { stage: ['together'], A: { age: { min: 50 } } },
  uses: ['A.key', 'lost-key'],
  brings: [{ fact: 'B.pet', to: 'false' }],
  mayBring: [{ fact: 'living', to: 'apart' }],
  bonds: ['partners'],
};
const partners = { A: { name: 'Ann' }, B: { name: 'Bo' } };

describe('a scenario', () => {
  it('is played as written', () => {
    const { situation, onlyKnows, uses, requires } = castScenario(scenario, false, partners);
    expect({ situation, onlyKnows, uses, requires }).toEqual({
      situation: 'The lost key of Ann. Bo waits.',
      onlyKnows: { A: 'Ann threw it away.', B: '' },
      uses: ['A.key', 'lost-key'],
      requires: { stage: ['together'], A: { age: { min: 50 } } },
    });
  });

  it('is played with its parts exchanged, secrets, conditions and keys too', () => {
    const cast = castScenario(scenario, true, partners);
    expect(cast).toMatchObject({
      swapped: true,
      setting: "Bo's door.",
      situation: 'The lost key of Bo. Ann waits.',
      conflict: 'Ann asks, Bo hides.',
      onlyKnows: { A: '', B: 'Bo threw it away.' },
      uses: ['B.key', 'lost-key'],
      brings: [{ fact: 'A.pet', to: 'false' }],
      mayBring: [{ fact: 'living', to: 'apart' }],
    });
    expect(cast.requires).toEqual({ stage: ['together'], A: undefined, B: { age: { min: 50 } } });
  });
});

it.each<[string, Partial<CoupleFacts>, CoupleChange, boolean]>([
  ['dating for strangers', { stage: 'strangers' }, { fact: 'stage', to: 'dating' }, true],
  ['dating for the married', { stage: 'married' }, { fact: 'stage', to: 'dating' }, false],
  ['the stage they are at', { stage: 'engaged' }, { fact: 'stage', to: 'engaged' }, false],
  ['separation of the married', { stage: 'married' }, { fact: 'stage', to: 'separated' }, true],
  ['coming together again', { stage: 'separated' }, { fact: 'stage', to: 'together' }, true],
  ['dating for friends', { bond: 'friends' }, { fact: 'stage', to: 'dating' }, true],
  ['separation of a family', { bond: 'family' }, { fact: 'stage', to: 'separated' }, false],
  ['moving in where they live together', { living: 'together' }, { fact: 'living', to: 'together' }, false],
  ['moving in where they live apart', { living: 'apart' }, { fact: 'living', to: 'together' }, true],
  ['a child', { children: 1 }, { fact: 'children', to: '+1' }, true],
])('knows whether a change is one: %s', (_, facts, change, open) => {
  expect(openChanges([change], { ...UNKNOWN_COUPLE, ...facts })).toEqual(open ? [change] : []);
});

it('makes partners of friends who begin to date', () => {
  const friends: CoupleFacts = { ...UNKNOWN_COUPLE, bond: 'friends' };
  expect(applyCoupleChange(friends, { fact: 'stage', to: 'dating' })).toMatchObject({ bond: 'partners', stage: 'dating' });
});
