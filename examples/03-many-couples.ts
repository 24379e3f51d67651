import assert from 'node:assert/strict';
import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import { RelationshipAgent } from '@entente/relationship-agent';
import { COUPLES, offlineResponders, playScene } from '@entente/relationship-sim';
import { SceneMaster } from '@entente/scene-master';
import { runSimulations, Simulation } from '@entente/relationship/node';

const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
const simulations = COUPLES.map(({ id, partners: [first, second] }) => {
  const agents = [new RelationshipAgent({ ...first, model }), new RelationshipAgent({ ...second, model })] as const;
  return new Simulation({ id, director: new SceneMaster({ agents, model }), agents, playScene });
});

const { completed, failed } = await runSimulations(simulations, { interactionsPerScene: 3, scenes: 4 });

for (const { simulationId, commitmentLog } of completed) console.log(simulationId, JSON.stringify(commitmentLog.at(-1)));
assert.deepEqual([completed.length, failed.length], [COUPLES.length, 0]);
assert(completed.every(({ commitmentLog }) => commitmentLog.length === 4));
