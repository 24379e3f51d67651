import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../../..', import.meta.url));
// The workspace's own settings, without the rules that would need the whole program's types.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [tseslint.configs.disableTypeChecked, { rules: { '@nx/enforce-module-boundaries': 'off' } }],
});

/** Which `no-restricted-*` rules complain about a piece of code, if it stood in that file. */
async function complaintsAbout(code: string, file: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  const fatal = result?.messages.find((message) => message.fatal);
  if (result === undefined || fatal !== undefined) throw new Error(fatal?.message ?? 'The file is ignored.');
  return result.messages.map(({ ruleId }) => ruleId ?? '').filter((rule) => rule.startsWith('no-restricted-'));
}

const clocksAndDice = [
  'export const a = Date.now();',
  'export const a = new Date();',
  'export const a = Date();',
  'export const a = performance.now();',
  'export const a = globalThis.performance.now();',
  'export const a = process.hrtime.bigint();',
  'export const a = process.uptime();',
  'export const a = Math.random();',
  'const { random } = Math;\nexport const a = random();',
  'export const a = crypto.randomUUID();',
  "import { randomUUID } from 'node:crypto';\nexport const a = randomUUID();",
  "import crypto from 'node:crypto';\nexport const a = crypto.randomBytes(8);",
  "import * as crypto from 'node:crypto';\nexport const a = crypto.randomInt(8);",
  'setTimeout(() => undefined, 1);',
  'globalThis.setTimeout(() => undefined, 1);',
  'export const a = setInterval;',
  'setImmediate(() => undefined);',
  "import { setTimeout } from 'node:timers';\nexport const a = setTimeout;",
  "import { setTimeout as sleep } from 'node:timers/promises';\nexport const a = sleep;",
  "import { performance } from 'node:perf_hooks';\nexport const a = performance;",
];

const environment = ['export const a = process.env.HOME;', "import { env } from 'node:process';\nexport const a = env;"];

const harmless = [
  "import { createHash } from 'node:crypto';\nexport const a = createHash('sha256');",
  'export const a = new Date(0).toISOString();',
  'export const a = (scope: { random(): number }) => scope.random();',
  'export const a = (clock: { now(): number }) => clock.now();',
];

describe.each([
  ['base', 'packages/llm-clients/src/imagined.ts'],
  ['core', 'packages/simulation-core/src/deep/imagined.ts'],
  ['ground', 'packages/relationship/src/imagined.ts'],
  ['domain', 'packages/scene-master/src/imagined.ts'],
])('in a %s package', (_layer, file) => {
  it.each([...clocksAndDice, ...environment])('refuses %j', async (code) => {
    expect(await complaintsAbout(code, file)).not.toEqual([]);
  });

  it.each(harmless)('allows %j', async (code) => {
    expect(await complaintsAbout(code, file)).toEqual([]);
  });
});

describe('elsewhere', () => {
  it('refuses settings from the environment in the shell, which may read the clock', async () => {
    expect(await complaintsAbout(environment[0] ?? '', 'packages/run-console/src/imagined.ts')).not.toEqual([]);
    expect(await complaintsAbout(clocksAndDice[0] ?? '', 'packages/run-console/src/imagined.ts')).toEqual([]);
  });

  it.each([
    'packages/llm-clients/src/clock/node-clock.ts',
    'packages/llm-clients/src/simulated-provider/imagined.ts',
    'packages/simulation-core/src/imagined.test.ts',
    'apps/relationship-sim/src/imagined.ts',
  ])('allows everything in %s', async (file) => {
    expect(
      await complaintsAbout([...clocksAndDice, ...environment].slice(0, 6).join('\n').replaceAll('export const a = ', ''), file),
    ).toEqual([]);
  });
});
