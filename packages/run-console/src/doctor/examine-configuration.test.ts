import { NO_USAGE } from '@entente/llm-clients/contract';
import { expect, it } from 'vitest';
import { examineConfiguration } from './examine-configuration.js';

const result = {
  text: 'ready',
  finishReason: 'stop',
  usage: NO_USAGE,
  latencyMs: 1,
  attempts: [],
  droppedParameters: [],
} as const;

it('names the nearest entry of a config file that has none for the model', () => {
  const findings = examineConfiguration({
    subject: 'openai:gpt-4o-mini',
    settings: undefined,
    entries: ['openai:gpt4o-mini', 'ollama:llama3.1:8b'],
    result,
    notes: [],
  });
  expect(findings).toMatchObject([
    { result: 'note', detail: 'no entry under models is for this model; the nearest is "openai:gpt4o-mini"' },
  ]);
});

it('says nothing where nothing is configured', () => {
  expect(examineConfiguration({ subject: 'm', settings: undefined, entries: [], result, notes: [] })).toEqual([]);
});
