import { createOfflineEmbeddingModel, nodeClock } from '@entente/llm-clients';
import { castCouple } from '@entente/relationship';
import { Simulation, shippedLibrary } from '@entente/relationship/node';
import { RelationshipAgent } from '@entente/relationship-agent';
import { SceneMaster } from '@entente/scene-master';
import { createMemoryStore } from '@entente/simulation-core';
import { createSleeplessClock } from '@entente/llm-clients/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawRoles } from '../src/couple-runs/draw-roles.js';
import { playScene } from '../src/play-scene.js';
import { createMemoryConsole } from './memory-console.js';
import { coupleNamed, offlineModel } from './offline-run.js';

interface Entry {
  readonly type: string;
  readonly path?: string;
  readonly fact?: { readonly type: string };
}

/** Facts and calls of a run, without what depends on its name or the clock. */
function storyOf(entries: readonly Entry[]): { readonly facts: readonly unknown[]; readonly calls: readonly string[] } {
  return {
    facts: entries.flatMap(({ type, fact }) => (type === 'fact-recorded' && fact !== undefined ? [fact] : [])),
    calls: entries.flatMap(({ type, path }) => (type === 'answer-recorded' && path !== undefined ? [path] : [])).toSorted(),
  };
}

async function onCommandLine(...argv: readonly string[]) {
  const cli = createMemoryConsole({ clock: createSleeplessClock() });
  try {
    const { exitCode, stderr } = await cli.run(...argv, '--scenes', '2', '--quiet', '--durability', 'process');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    const journal = readdirSync(cli.cwd, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('journal.jsonl'))!;
    const lines = readFileSync(join(cli.cwd, journal), 'utf8').trimEnd().split('\n');
    return storyOf(lines.map((line) => JSON.parse(line) as Entry));
  } finally {
    await cli.remove();
  }
}

async function bySimulation(name: string) {
  const roles = drawRoles({ id: name }, '1', 0);
  const { personas, couple, secrets } = castCouple(coupleNamed(name), roles);
  const model = offlineModel;
  const agents = [new RelationshipAgent({ ...personas.A, model }), new RelationshipAgent({ ...personas.B, model })] as const;
  const store = createMemoryStore();
  const simulation = new Simulation({
    director: new SceneMaster({ agents, model, material: shippedLibrary() }),
    agents,
    roles,
    couple,
    secrets,
    playScene,
    embeddingModel: createOfflineEmbeddingModel({ clock: nodeClock }),
    settings: { scenes: 2 },
    store,
  });
  await simulation.runAuto();
  const [run] = await store.list();
  const entries: Entry[] = [];
  for await (const entry of store.read(run!.runId)) entries.push(entry);
  return storyOf(JSON.parse(JSON.stringify(entries)) as readonly Entry[]);
}

it('one couple and seed give one story, whoever plays it', async () => {
  const name = 'theo-amara';
  const run = await onCommandLine('run', name, '--model', 'offline');
  expect(run.facts.length).toBeGreaterThan(20);
  expect(await onCommandLine('batch', '--pairs', name, '--model', 'offline')).toEqual(run);
  expect(await onCommandLine('demo', '--pairs', name)).toEqual(run);
  expect(await bySimulation(name)).toEqual(run);
});
