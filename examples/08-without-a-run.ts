import assert from 'node:assert/strict';
import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import { RelationshipAgent } from '@entente/relationship-agent';
import { offlineResponders } from '@entente/relationship-agent/offline';
import { unrecordedScope } from '@entente/simulation-core';

const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
const iris = new RelationshipAgent({ name: 'Iris', persona: 'Iris, 34, a nurse. Warm, direct, slow to forgive a lie.', model });
const evening = ['Tom comes home two hours late and says that the train stood still.', 'You saw his car outside the bar.'];

const scope = unrecordedScope({ seed: 7 }); // nothing is kept; the same seed gives the same answers of the offline model
const appraisal = await iris.appraise(scope, evening);
const move = await iris.makeChoices(scope, evening, { question: 'What does Iris say to Tom?', appraisal });

console.log(appraisal.thought, move.deed, move.words);
assert(appraisal.emotions.anger >= 0 && appraisal.emotions.anger <= 1);
assert.notEqual(move.deed + move.words, '');
