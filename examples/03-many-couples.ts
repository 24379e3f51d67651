import assert from 'node:assert/strict';
import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import { RelationshipAgent } from '@entente/relationship-agent';
import { offlineResponders, playScene } from '@entente/relationship-sim';
import { SceneMaster } from '@entente/scene-master';
import { AS_LISTED, castCouple } from '@entente/relationship';
import { runSimulations, shippedLibrary, Simulation } from '@entente/relationship/node';

const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
const simulations = shippedLibrary().couples.map((listed) => {
  const { personas, ...known } = castCouple(listed, AS_LISTED);
  const agents = [new RelationshipAgent({ ...personas.A, model }), new RelationshipAgent({ ...personas.B, model })] as const;
  return new Simulation({ id: listed.id, director: new SceneMaster({ agents, model }), agents, ...known, playScene });
});

const { completed, failed } = await runSimulations(simulations, { interactionsPerScene: 3, scenes: 4 });

for (const { simulationId, commitmentLog } of completed) console.log(simulationId, JSON.stringify(commitmentLog.at(-1)));
assert.deepEqual([completed.length, failed.length], [simulations.length, 0]);
assert(completed.every(({ commitmentLog }) => commitmentLog.length === 4));
