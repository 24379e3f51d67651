import { EXPERIMENT_PHASES, type ExperimentGame, type ExperimentPhase, type ExperimentResult } from './experiment-result.js';

const seconds = (value: number): string => value.toFixed(2);
const saved = (before: number, after: number): string => `${Math.round(100 * (1 - after / before))} %`;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** docs/experiments/async-api-calls.md from the figures beside it. */
export function experimentPage(result: ExperimentResult): string {
  const { games, constant, machine } = result;
  const of = (value: (game: ExperimentGame) => number): number => mean(games.map(value));
  const [sequential, barriers, concurrent, ideal] = [
    of((g) => g.sequential),
    of((g) => g.barriers),
    of((g) => g.concurrent),
    of((g) => g.ideal),
  ];
  const worst = Math.max(...games.map((game) => game.concurrent / game.ideal));
  const below = games.filter((game) => game.concurrent < game.barriers).length;
  const least = Math.min(...games.map((game) => 1 - game.concurrent / game.sequential));
  const met = worst <= 1.05 && below === games.length && least >= 0.7;
  return `# Experiment: concurrent model calls in a game of Diplomacy

<!-- Written by \`npm run bench -- seed-experiment --write\` from async-api-calls.json beside it. Change the program, not the page. -->

- **Date**: ${result.date}
- **Goal**: a game in much less time, with the same calls, the same prompts and the same result.
- **Hypothesis**: most of a game's time is spent waiting for one model while others could be asked; asking all powers at the same time, and starting every call as soon as what it needs is there, saves at least 30 % of the run time.
- **Details**: \`lm-game play --max-year 1902 --num-negotiation-rounds 2 --planning-phase\`, seven models behind the simulated provider, which answers after a time drawn from the request itself (${result.latency}), so that every call takes equally long in every column. ${games.length} games with different seeds; ${machine.cores} cores (${machine.cpu}), Node ${machine.node}.
- **Phased plan**: agent initialization, negotiation, order generation, planning, state update; each phase asks all powers at once, then the barriers between phases go where nothing needs them ([what waits for what](../diplomacy-dependencies.md)).
- **Success metric**: overall time at least 30 % below one call at a time. We asked more of it: at least 70 % in every game, less than with barriers in every game, and within 1.05 x of the shortest time there is.
- **Rollback**: \`--schedule sequential\` asks one call at a time, \`--schedule barriers\` puts a barrier after every stage; the same code, the same results.

## Phase by phase

Seconds a game, means over ${games.length} games. *Before* is one call at a time; *after* is what the phase adds to the time of the concurrent game. Planning is written beside the first round of messages and what is thought of a phase beside retreats and adjustments, so they add less than they take.

| phase | status | before | barriers | after | outcome | notes |
| --- | --- | ---: | ---: | ---: | ---: | --- |
${(Object.keys(EXPERIMENT_PHASES) as ExperimentPhase[]).map((phase) => stageRow(phase, result)).join('\n')}
| **overall** | ${met ? 'done' : 'short of its aim'} | ${seconds(sequential)} | ${seconds(barriers)} | ${seconds(concurrent)} | ${saved(sequential, concurrent)} saved | shortest possible ${seconds(ideal)}; at worst ${worst.toFixed(3)} x that |

At a constant 200 ms a call: ${seconds(constant.sequential)} s one at a time, ${seconds(constant.barriers)} s with barriers, ${seconds(constant.concurrent)} s (${saved(constant.sequential, constant.concurrent)} saved) in ${constant.levels} levels; shortest possible ${seconds(constant.ideal)} s. Of the concurrent games' input tokens ${Math.round(100 * result.cachedShare)} % were read from the provider's prompt cache.

## Game by game

| seed | calls | one at a time | barriers | ours | shortest possible | ours / shortest | saved | levels |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${games.map(gameRow).join('\n')}

Below barriers in ${below} of ${games.length} games; at least ${Math.floor(100 * least)} % below one call at a time.
`;
}

function stageRow(phase: ExperimentPhase, { stages }: ExperimentResult): string {
  const { before, barriers, after, calls } = stages[phase];
  return `| ${phase} | done | ${seconds(before)} | ${seconds(barriers)} | ${seconds(after)} | ${saved(before, after)} saved | ${Math.round(calls)} calls: ${EXPERIMENT_PHASES[phase].join(', ')} |`;
}

function gameRow({ seed, calls, sequential, barriers, concurrent, ideal, levels }: ExperimentGame): string {
  const cells = [
    seed,
    calls,
    seconds(sequential),
    seconds(barriers),
    seconds(concurrent),
    seconds(ideal),
    (concurrent / ideal).toFixed(3),
    saved(sequential, concurrent),
    levels,
  ];
  return `| ${cells.join(' | ')} |`;
}
