import assert from 'node:assert/strict';
import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import { RelationshipAgent } from '@entente/relationship-agent';
import { offlineResponders, playScene } from '@entente/relationship-sim';
import { SceneMaster } from '@entente/scene-master';
import { Simulation } from '@entente/relationship/node';

const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
const iris = new RelationshipAgent({ name: 'Iris', persona: 'Iris, 34, a nurse. Warm, direct, slow to forgive a lie.', model });
const tom = new RelationshipAgent({ name: 'Tom', persona: 'Tom, 36, mends boats. Loyal, goes quiet when he is hurt.', model });
const director = new SceneMaster({ agents: [iris, tom], model });

const commitmentLog = await new Simulation({ director, agents: [iris, tom], playScene }).runAuto({ interactionsPerScene: 3 });

for (const { scene, scores } of commitmentLog) console.log(`scene ${scene}: Iris ${scores.A.score}, Tom ${scores.B.score}`);
assert.equal(commitmentLog.length, 10);
assert(commitmentLog.every(({ scores }) => scores.A.score !== null && scores.B.score !== null));
