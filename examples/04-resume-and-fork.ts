// One couple's run is stopped in its second scene, resumed, replayed without a model, and forked twice before that
// scene: once as it was, and once after a bitter resolution, both drawing the same future.
import assert from 'node:assert/strict';
import { createOfflineModel, type LanguageModel, nodeClock } from '@entente/llm-clients';
import { coupleProgram, offlineResponders } from '@entente/relationship-sim';
import { createMemoryStore, forkRun, replayRun, resumeRun, startRun } from '@entente/simulation-core';
import { commitmentLogOf, DEFAULT_RELATIONSHIP_SETTINGS } from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';

const offline = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
const stopping = new AbortController();
let asked = 0;
const model: LanguageModel = {
  ...offline,
  generate: (request) => {
    if (++asked === 20) stopping.abort(new Error('that is enough for today'));
    return offline.generate(request);
  },
};

const couple = shippedLibrary().couples.find(({ id }) => id === 'hannah-samuel')!;
const settings = { ...DEFAULT_RELATIONSHIP_SETTINGS, scenes: 4 };
const program = coupleProgram({ couple, settings, models: { actor: model, director: model } });
const store = createMemoryStore();
const running = { store, clock: nodeClock, packageVersion: '0.1.0' };
const description = { spec: { couple: couple.id, scenes: settings.scenes }, seed: '7', replicate: 0 };

// Calls in flight when the run was stopped are on record; the resumption asks for the rest, and for nothing twice.
const stopped = await startRun(program, { ...running, description, stop: stopping.signal });
assert.equal(stopped.status, 'interrupted');
const whole = await resumeRun(program, stopped.runId, running);
assert.equal(whole.status, 'completed');
assert.equal(asked, whole.totals.calls);
console.log(`stopped after ${stopped.asked} calls, resumed with ${whole.asked} more`);

const replayed = await replayRun(program, stopped.runId, store);
assert.deepEqual(replayed.state, whole.state);
assert.equal(asked, whole.totals.calls);

// A fork takes over the scenes before its own, and may put facts on record where it begins. Equal futures draw alike.
const bitter = 'I am done waiting. I will not be the first to give in again.';
const edit = { type: 'reflection-made', scene: 1, partner: 'A', reflection: bitter, story: bitter, ofOther: '' };
const forks = [];
for (const facts of [[], [edit]]) {
  const forkId = await forkRun(stopped.runId, { ...running, at: 'scene-2', future: 1, facts });
  const fork = await resumeRun(program, forkId, running);
  console.log(...commitmentLogOf(fork.state).map(({ scores: { A, B } }) => `${A.score}/${B.score}`));
  assert.equal(fork.asked, fork.totals.calls);
  forks.push(fork.state);
}
const [control, edited] = forks;
// One pair shows a difference, not an effect: for that, fork many futures.
assert.equal(edited?.scenes[0]?.summary, whole.state.scenes[0]?.summary);
assert.equal(edited?.scenes[1]?.opening.scenario, control?.scenes[1]?.opening.scenario);
assert.notDeepEqual(edited?.scenes[1]?.beats, control?.scenes[1]?.beats);
