import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as diplomacyGame from '@entente/diplomacy-game';
import * as diplomacyGameState from '@entente/diplomacy-game/state';
import * as diplomacyRules from '@entente/diplomacy-rules';
import * as llmClients from '@entente/llm-clients';
import * as lmGame from '@entente/lm-game';
import * as relationship from '@entente/relationship';
import * as relationshipNode from '@entente/relationship/node';
import * as relationshipAgent from '@entente/relationship-agent';
import * as sceneMaster from '@entente/scene-master';
import * as simulationCore from '@entente/simulation-core';
import * as simulationCoreNode from '@entente/simulation-core/node';
import { describe, expect, it } from 'vitest';

const packages: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '@entente/diplomacy-game': diplomacyGame,
  '@entente/diplomacy-game/state': diplomacyGameState,
  '@entente/diplomacy-rules': diplomacyRules,
  '@entente/llm-clients': llmClients,
  '@entente/lm-game': lmGame,
  '@entente/relationship': relationship,
  '@entente/relationship/node': relationshipNode,
  '@entente/relationship-agent': relationshipAgent,
  '@entente/scene-master': sceneMaster,
  '@entente/simulation-core': simulationCore,
  '@entente/simulation-core/node': simulationCoreNode,
};

const page = readFileSync(path.join(import.meta.dirname, '../docs/coming-from-python.md'), 'utf8');
const rows = [...page.matchAll(/^\| (.+?) \| `([\w.]+)` \| `(@entente\/[\w/-]+)` \|/gm)].map(([, original, name, from]) => ({
  original: original!,
  name: name!,
  from: from!,
}));

const TWICE = [
  'model_call_structured',
  'model_call_unstructured',
  'get_text_embedding',
  'make_choices',
  'act',
  'reflect',
  'appraise',
  'batch_appraise_memory',
  'initialize',
  'progress',
  'summarize',
  'commitment_score',
  'next_scene',
  'generate_context',
  'run_auto',
  'run_scene',
];

describe('the page for those who come from Python', () => {
  it.each(rows)('$original is $name of $from', ({ name, from }) => {
    const [exported = '', method] = name.split('.');
    const value = packages[from]?.[exported];

    expect(value, `${from} does not export ${exported}`).toBeDefined();
    if (method !== undefined) expect((value as { prototype: Record<string, unknown> }).prototype[method]).toBeTypeOf('function');
  });

  it.each(TWICE)('names both forms of %s, in one row', (name) => {
    expect(
      rows.filter(({ original }) => original.includes(`\`${name}\``) && original.includes(`\`${name}_async\``)),
    ).toHaveLength(1);
  });

  it('leaves no row of its two tables unread', () => {
    const tables = ['### Name by name', '### Diplomacy, name by name'].flatMap((heading) => {
      const [, section = ''] = page.split(`\n${heading}\n`);
      const [, ...lines] = section
        .split('\n### ')[0]!
        .split('\n')
        .filter((line) => line.startsWith('| '));
      return lines;
    });

    expect(rows).toHaveLength(tables.length);
  });

  it.each([
    ...['initialize_agent_state', 'conduct_negotiations', 'get_conversation_reply', 'planning_phase', 'get_orders'],
    ...['analyze_phase_and_update_state', 'generate_response', 'run_llm_and_log', 'build_context_prompt', 'load_prompt'],
    ...['gather_possible_orders', 'get_valid_orders', 'DiplomacyAgent', 'OpenAIClient', 'OpenAIResponsesClient', 'ClaudeClient'],
    ...['GeminiClient', 'DeepSeekClient', 'OpenRouterClient', 'TogetherAIClient', 'RequestsOpenAIClient'],
  ])('names %s of the Diplomacy harness', (name) => {
    expect(rows.filter(({ original }) => original.includes(`\`${name}\``))).toHaveLength(1);
  });
});
