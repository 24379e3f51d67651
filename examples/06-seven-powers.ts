// Seven offline diplomats play a year of Diplomacy, with two rounds of press. Every answer is on record, so the game replays without a model.
import assert from 'node:assert/strict';
import { DiplomacyAgent, forEveryPower, gameProgram, gameScores, PROMPT_SETS } from '@entente/diplomacy-game';
import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import { POWERS } from '@entente/diplomacy-rules';
import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import { playPhase } from '@entente/lm-game';
import { createMemoryStore, measureRun, replayRun, startRun } from '@entente/simulation-core';

const model = createOfflineModel({ responders: diplomacyResponders, clock: nodeClock });
const settings = {
  maxYear: 1901,
  negotiationRounds: 2,
  adaptiveRounds: false,
  planning: true,
  phaseSummaries: false,
  rulebook: 'python-compatible',
} as const;
const game = gameProgram(
  {
    settings,
    seats: forEveryPower(() => ({ model: 'offline' })),
    agents: forEveryPower((power) => new DiplomacyAgent({ power, model, prompts: PROMPT_SETS.default })),
  },
  playPhase,
);

const store = createMemoryStore();
const description = { spec: { settings }, seed: '1', replicate: 0 };
const outcome = await startRun(game, { store, clock: nodeClock, packageVersion: '0.1.0', description });
if (outcome.status !== 'completed') throw outcome.error;

const { history, position } = outcome.state;
for (const { sender, recipient, text } of history[0]?.press.slice(0, 3) ?? []) console.log(`${sender} to ${recipient}: ${text}`);
for (const { phase, orders } of history) console.log(phase, 'FRANCE', orders.FRANCE?.join('; '));
for (const power of POWERS) console.log(power.padEnd(8), position.centers[power].length, gameScores(outcome.state, 1901)[power]);

const entries = [];
for await (const entry of store.read(outcome.runId)) entries.push(entry);
const { calls, levels } = await measureRun(entries);
console.log(`${calls} calls in ${levels} levels: no call waits for more than it needs`);

assert.equal(outcome.state.missing.length, 0);
assert.ok(levels <= 14);
const replayed = await replayRun(game, outcome.runId, store);
assert.deepEqual(replayed.state, outcome.state);
