import { callCost } from './call-cost.js';
import { couples } from './couples.js';
import { diplomacy } from './diplomacy.js';
import { prompts } from './prompts.js';
import { replay } from './replay.js';
import { games } from './seed-experiment/games.js';
import type { Scenario } from './scenario.js';

const scenario = JSON.parse(process.argv[2] ?? '') as Scenario;
const measured = { couples, prompts, replay, 'call-cost': callCost, diplomacy, games }[scenario.kind](scenario as never);
process.send?.(await measured);
