import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GameFact, gameFactSchema } from '@entente/diplomacy-game';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGameConsole } from './game-console.js';

const cli = createGameConsole();
let facts: readonly GameFact[] = [];
beforeAll(async () => {
  const options = ['--max-year', '1902', '--num-negotiation-rounds', '1', '--planning-phase', '--generate-phase-summaries'];
  await cli.run('play', '--models', 'offline', '--latency', '0', '--quiet', '--durability', 'process', ...options);
  const [run = ''] = readdirSync(join(cli.cwd, 'runs'));
  facts = readFileSync(join(cli.cwd, 'runs', run, 'journal.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly type: string; readonly fact: GameFact })
    .flatMap(({ type, fact }) => (type === 'fact-recorded' ? [fact] : []))
    .filter(({ type }) => (type as string) !== 'work-deferred');
});
afterAll(() => cli.remove());

test('every fact of a game is read back as it was recorded', () => {
  expect(new Set(facts.map(({ type }) => type)).size).toBeGreaterThan(7);
  for (const fact of facts) expect(gameFactSchema.parse(fact)).toEqual(fact);
  for (const fact of facts)
    expect(gameFactSchema.parse({ ...fact, since: 'a later version' })).toEqual({ ...fact, since: 'a later version' });
});

test('a fact of which a field is missing or of another kind is refused, and the field is named', () => {
  const OPTIONAL = ['goals', 'relationships', 'note', 'result', 'power'];
  for (const fact of new Map(facts.map((each) => [each.type, each])).values())
    for (const key of Object.keys(fact).filter((each) => each !== 'type')) {
      const odd = gameFactSchema.safeParse({ ...fact, [key]: Number.NaN });
      expect(odd.error?.issues[0]?.path[0], `${fact.type} ${key}`).toBe(key);
      const without = gameFactSchema.safeParse({ ...fact, [key]: undefined });
      if (!OPTIONAL.includes(key)) expect(without.success, `${fact.type} without ${key}`).toBe(false);
    }
});

test('an unknown kind of fact is refused', () => {
  expect(gameFactSchema.safeParse({ type: 'treaty-signed' }).success).toBe(false);
});
