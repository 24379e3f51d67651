import { expect, it } from 'vitest';
import { KnownSecrets } from './known-secrets.js';

it('hides keys of the environment and of headers in the config file', () => {
  const secrets = new KnownSecrets();
  const config = {
    models: { 'openai:x': { providerOptions: { headers: { authorization: 'Bearer sk-header-98765432' } } } },
  } as never;
  secrets.addFrom({ env: { OPENAI_API_KEY: ' sk-env-12345678 ' }, config });
  expect(secrets.hide('of sk-env-12345678 and sk-header-98765432')).not.toMatch(/12345678|98765432/);
});

it('hides typed keys wherever they stand, however short behind a #', () => {
  const secrets = new KnownSecrets();
  secrets.addTyped(['--model', 'openai:x#typed-key-12345678,openai:y#abc']);
  expect(secrets.hide('openai:x#typed-key-12345678 openai:y#abc')).toBe('openai:x#[key] openai:y#[key]');
  expect(secrets.hide('the server repeats typed-key-12345678')).not.toContain('typed-key-12345678');
});

it('takes the number of a call for no key', () => {
  const secrets = new KnownSecrets();
  secrets.addTyped(['show', 'orders/FRANCE#12']);
  expect(secrets.hide('orders/FRANCE#12')).toBe('orders/FRANCE#12');
});

it('hides keys that are added after the first text', () => {
  const secrets = new KnownSecrets();
  expect(secrets.hide('sk-late-12345678')).toBe('sk-late-12345678');
  secrets.add([undefined, 'sk-late-12345678']);
  expect(secrets.hide('sk-late-12345678')).not.toContain('12345678');
});
