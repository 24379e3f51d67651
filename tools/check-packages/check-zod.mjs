import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNode } from '@entente/workspace/run-node';
import { runNpm } from '@entente/workspace/run-npm';

/** @typedef {import('./main.mjs').Finding} Finding */

/** A version that the packages do not ask for, as somebody else's dependency may bring it. */
const OTHER_VERSION = '4.5.4';

/** A program with a schema of a zod of its own: it is asked for, sent, and validated, and a reply that does not fit is asked for again. */
const PROGRAM = `
import { definePrompt, modelCallStructured } from '@entente/llm-clients';
import { createScriptedModel } from '@entente/llm-clients/scripted';
import { z } from 'zod';

const schema = z.object({ mood: z.enum(['calm', 'tense']), level: z.int().min(1).optional() });
const prompt = definePrompt({
  name: 'ask-mood',
  version: '1',
  schema,
  render: () => [{ role: 'user', parts: [{ kind: 'tail', text: 'How are you?' }] }],
});
const model = createScriptedModel({ 'ask-mood': ['{"mood": "glad"}', '{"mood": "calm", "level": 2}'] });
const value = await modelCallStructured(model, prompt.with());
if (value.mood !== 'calm' || value.level !== 2) throw new Error('read ' + JSON.stringify(value));
if (model.requests.length !== 2) throw new Error('asked ' + model.requests.length + ' times');
if (!JSON.stringify(model.requests[1].messages).includes('mood')) throw new Error('the complaint does not name the field');
`;

/**
 * Checks that a user's zod is the packages' own (one copy is installed), and that schemas made by another copy, of another version,
 * work all the same where some dependency brings one.
 * @param {{ consumer: string }} options
 * @returns {Promise<readonly Finding[]>}
 */
export async function checkZod({ consumer }) {
  const copies = findCopies(path.join(consumer, 'node_modules'), 'zod');
  const shared = copies.length === 1 ? [] : [`${copies.length} copies are installed: ${copies.join(', ')}`];
  const version = await bringAnother(consumer);
  const folder = path.join(consumer, 'second-zod');
  writeFileSync(path.join(folder, 'main.mjs'), PROGRAM);
  const { code, output } = await runNode(path.join(folder, 'main.mjs'), [], { cwd: folder, quiet: true });
  return [
    { name: 'all packages share the zod of their user', complaints: shared },
    { name: `schemas of a second zod (${version}) work beside it`, complaints: code === 0 ? [] : [output.trim()] },
  ];
}

/**
 * Installs another zod in a folder of its own below the consumer; without a network, a second copy of the same version.
 * @param {string} consumer
 * @returns {Promise<string>} its version
 */
async function bringAnother(consumer) {
  const folder = path.join(consumer, 'second-zod');
  const target = path.join(folder, 'node_modules', 'zod');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'second-zod', private: true, type: 'module', dependencies: { zod: OTHER_VERSION } }),
  );
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--fetch-retries=0', '--loglevel=error'];
  const { code } = await runNpm(['install', ...options], { cwd: folder, quiet: true });
  if (code !== 0) cpSync(path.join(consumer, 'node_modules', 'zod'), target, { recursive: true, dereference: true });
  return String(JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8')).version);
}

/** @param {string} modules a folder node_modules @param {string} name @returns {readonly string[]} */
function findCopies(modules, name) {
  if (!existsSync(modules)) return [];
  const own = existsSync(path.join(modules, name, 'package.json')) ? [path.join(modules, name)] : [];
  const packages = readdirSync(modules).flatMap((entry) =>
    entry.startsWith('@') ? readdirSync(path.join(modules, entry)).map((inner) => path.join(entry, inner)) : [entry],
  );
  return [...own, ...packages.flatMap((entry) => findCopies(path.join(modules, entry, 'node_modules'), name))];
}
