import { startingPosition } from '@entente/diplomacy-rules';
import { messageText } from '@entente/llm-clients';
import { expect, it } from 'vitest';
import type { PhaseMaterial } from '../analysis/material/phase-material.js';
import { extractPromisesPrompt } from '../analyst/prompts/extract-promises.js';
import { offlinePromises } from './offline-promises.js';

type Said = readonly [PhaseMaterial['press'][number]['sender'], PhaseMaterial['press'][number]['recipient'], string];

function promisesIn(...said: readonly Said[]): ReturnType<typeof offlinePromises>['promises'] {
  const material: PhaseMaterial = {
    phase: 'S1901M',
    position: startingPosition(),
    rulebook: 'python-compatible',
    press: said.map(([sender, recipient, text], at) => ({ phase: 'S1901M', round: at + 1, sender, recipient, text })),
    orders: [],
    aftermath: [],
    diaries: [],
  };
  const messages = extractPromisesPrompt.with({ material }).messages;
  return offlinePromises({ messages: messages.map((message) => ({ role: message.role, text: messageText(message) })) }).promises;
}

it('finds no promise in a greeting', () => {
  expect(promisesIn(['ENGLAND', 'FRANCE', 'Hello France, I hope we can have peace'])).toEqual([]);
});

it('finds none in a proposal that nobody accepted', () => {
  expect(promisesIn(['ENGLAND', 'FRANCE', 'I propose that neither of us enters English Channel.'])).toEqual([]);
});

it('finds one of each side in a proposal that was accepted, in the words of each', () => {
  const promises = promisesIn(
    ['ENGLAND', 'FRANCE', 'Good day, France. I propose that neither of us enters English Channel. What do you say?'],
    ['FRANCE', 'ENGLAND', 'Agreed: neither of us enters English Channel. I will hold to it.'],
  );
  expect(promises).toMatchObject([
    { promiser: 'ENGLAND', promisee: 'FRANCE', kind: 'demilitarize', provinces: ['ENG'] },
    { promiser: 'FRANCE', promisee: 'ENGLAND', quote: 'Agreed: neither of us enters English Channel.' },
  ]);
});

it('lets an order be promised only by the power that gives it', () => {
  const promises = promisesIn(
    ['GERMANY', 'FRANCE', 'I propose that you order A PAR S A MUN - BUR.'],
    ['FRANCE', 'GERMANY', 'Agreed: I order A PAR S A MUN - BUR.'],
  );
  expect(promises).toMatchObject([{ promiser: 'FRANCE', kind: 'support', orders: ['A PAR S A MUN - BUR'] }]);
});
