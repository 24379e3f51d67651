import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as llmClients from '@entente/llm-clients';
import * as relationshipAgent from '@entente/relationship-agent';
import * as sceneMaster from '@entente/scene-master';
import * as simulationCore from '@entente/simulation-core';
import * as simulationCoreNode from '@entente/simulation-core/node';
import * as scenes from '@entente/simulation-core/scenes';
import { describe, expect, it } from 'vitest';

const packages: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '@entente/llm-clients': llmClients,
  '@entente/relationship-agent': relationshipAgent,
  '@entente/scene-master': sceneMaster,
  '@entente/simulation-core': simulationCore,
  '@entente/simulation-core/node': simulationCoreNode,
  '@entente/simulation-core/scenes': scenes,
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

  it('leaves no row of its table unread', () => {
    const [, table = ''] = page.split('## Name by name');
    const lines = table.split('## Scripts')[0]!.split('\n');

    expect(rows).toHaveLength(lines.filter((line) => line.startsWith('| ')).length - 1);
  });
});
