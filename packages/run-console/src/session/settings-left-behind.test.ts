import { describe, expect, it } from 'vitest';
import { settingsLeftBehind } from './settings-left-behind.js';

const OLD = 'llamacpp:tiny@http://127.0.0.1:1/v1';
const NEW = 'llamacpp:tiny@http://127.0.0.1:2/v1';
const MOVES = [{ [OLD]: 'http://127.0.0.1:2/v1' }, { [OLD]: 'http://127.0.0.1:2/v1' }];

describe('settingsLeftBehind', () => {
  it('names, once, what is written for the old address alone', () => {
    expect(settingsLeftBehind({ models: { [OLD]: { contextTokens: 4096 } } }, MOVES)).toEqual([
      `The config file has settings of ${OLD}, which do not move: write them under models for ${NEW} too.`,
    ]);
  });

  it.each([[{}], [{ models: { [OLD]: {}, [NEW]: {} } }], [{ models: { 'llamacpp:tiny': { contextTokens: 4096 } } }]])(
    'says nothing where nothing is lost: %j',
    (config) => {
      expect(settingsLeftBehind(config, MOVES)).toEqual([]);
    },
  );
});
