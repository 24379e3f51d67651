import { expect, it } from 'vitest';
import { nodeVersion } from './examine-machine.js';

it.each([
  ['20.18.3', 'failed'],
  ['18.20.0', 'failed'],
  ['20.19.0', 'ok'],
  ['22.1.0', 'ok'],
  ['24.0.0', 'ok'],
])('finds Node %s %s', (version, result) => {
  expect(nodeVersion(version).result).toBe(result);
});
