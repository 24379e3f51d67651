import { describe, expect, it } from 'vitest';
import { isLoopback } from '../base-url.js';
import { PRESET_NAMES, PROVIDER_PRESETS } from './presets.js';

describe('the table of providers', () => {
  it.each(PRESET_NAMES)('gives the address, the key and the documentation of %s', (name) => {
    const preset = PROVIDER_PRESETS[name];
    expect(preset.documentation).toMatch(/^https:\/\//);
    expect(preset.baseUrl).not.toMatch(/\/$/);
    expect(preset.keyVariables.length).toBeGreaterThan(0);
    // A key travels encrypted or stays on this machine.
    expect(isLoopback(preset.baseUrl) ? !preset.needsKey : preset.baseUrl.startsWith('https://')).toBe(true);
  });
});

describe('this machine', () => {
  it.each([
    ['http://127.0.0.1:8080/v1', true],
    ['http://127.3.2.1', true],
    ['http://localhost:11434', true],
    ['http://model.localhost', true],
    ['http://[::1]:8000/v1', true],
    ['http://127.0.0.1.example.com', false],
    ['https://api.openai.com/v1', false],
    ['http://10.0.0.1', false],
    ['http://localhost.example.com', false],
    ['no url', false],
  ])('%s: %s', (url, loopback) => {
    expect(isLoopback(url)).toBe(loopback);
  });
});
