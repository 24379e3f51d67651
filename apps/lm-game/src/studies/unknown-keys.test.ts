import { parseClientConfig } from '@entente/llm-clients';
import { parseStudy } from '@entente/studies';
import { expect, it } from 'vitest';
import { gameStudyProgram } from './game-study-program.js';

const HEAD = 'name: s\nprogram: diplomacy\n';
const SEATS = 'seats: { models: bot:hold }\n';

it.each([
  ['the file', 'seds: 2', /line 4: unknown field "seds"; did you mean "seeds"/],
  ['budget', 'budget: { dollar: 2 }', /line 4: unknown field "dollar" in budget; did you mean "dollars"/],
  ['settings', 'settings: { maxYaer: 1902 }', /line 4: .*no setting "maxYaer"; did you mean "maxYear"/],
  [
    'settings.rulebook',
    'settings: { maxYear: 1902, rulebook: { preset: droidippy, convoyIntnet: explicitVia } }',
    /line 4: .*a rulebook has no switch "convoyIntnet"; it has .*convoyIntent/,
  ],
  ['a condition', 'conditions: { a: { planing: true } }', /line 4: .*no setting "planing"; did you mean "planning"/],
  [
    'a level',
    'factors: { press: { none: { negotiationRound: 0 } } }',
    /line 4: .*"negotiationRound"; did you mean "negotiationRounds"/,
  ],
  ['factors', 'factors: { adaptiveRound: [true, false] }', /line 4: .*"adaptiveRound"; did you mean "adaptiveRounds"/],
])('an unknown key in %s of a study file is refused with its line and the nearest name', (_place, line, expected) => {
  expect(() => parseStudy(`${HEAD}${SEATS}${line}\n`, gameStudyProgram)).toThrow(expected);
});

it('a misspelt name of a field that must be there is called unknown, not missing', () => {
  expect(() => parseStudy('nam: s\nprogram: diplomacy\n', gameStudyProgram)).toThrow(
    /line 1: unknown field "nam"; did you mean "name"/,
  );
});

it('an unknown key in seats of a study file is refused with its line and the nearest name', () => {
  expect(() => parseStudy(`${HEAD}seats: { modles: bot:hold }\n`, gameStudyProgram)).toThrow(
    /line 3: unknown field "modles" in seats; did you mean "models"/,
  );
});

it.each([
  ['the file', 'modles: {}', /unknown field "modles"; did you mean "models"/],
  ['a model', 'models: { "openai:a": { samplng: {} } }', /unknown field "samplng" in models\.openai:a; did you mean "sampling"/],
  [
    'its sampling',
    'models: { "openai:a": { sampling: { temprature: 1 } } }',
    /unknown field "temprature" in models\.openai:a\.sampling; did you mean "temperature"/,
  ],
  [
    'its provider options',
    'models: { "openai:a": { providerOptions: { header: {} } } }',
    /unknown field "header" in models\.openai:a\.providerOptions; did you mean "headers"/,
  ],
  [
    'a price',
    'prices: { "openai:a": { inptu: 1, output: 1 } }',
    /unknown field "inptu" in prices\.openai:a; did you mean "input"/,
  ],
])('an unknown key in %s of a config file is refused with its place and the nearest name', (_place, text, expected) => {
  expect(() => parseClientConfig(`${text}\n`, 'entente.config.yaml')).toThrow(expected);
});
