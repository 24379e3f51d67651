import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { Schedule } from '@entente/simulation-core';
import { type Dependency, readDependencyTable } from '../dependency-table.js';
import { type Ideal, idealTime } from '../ideal-time.js';
import { runScenario, withProvider } from '../run-in-process.js';
import { experimentPage } from './experiment-page.js';
import {
  EXPERIMENT_PHASES,
  type ExperimentGame,
  type ExperimentPhase,
  type ExperimentResult,
  type ExperimentStage,
} from './experiment-result.js';
import type { GamesResult, MeasuredGame } from './game-scenario.js';
import { seenCalls } from './note-game-call.js';

const LATENCY = 'lognormal:200ms,0.6';
const GAMES = 20;
/** Rules of the seed's experiment: two years, two rounds, and planning. */
const RULES = { kind: 'games', maxYear: 1902, negotiationRounds: 2, planning: true } as const;

/** From the slowest to the fastest. */
const COLUMNS = ['sequential', 'barriers', 'concurrent'] as const satisfies readonly Schedule[];

const docs = (file: string): URL => new URL(`../../../docs/${file}`, import.meta.url);

interface Measured {
  readonly game: MeasuredGame;
  readonly ideal: Ideal;
}

/**
 * Plays the games of the seed's experiment under each schedule, with the same latencies, and compares them.
 * @param write whether docs/experiments is written again
 */
export async function seedExperiment({
  say,
  write,
  games = GAMES,
}: {
  readonly say: (text: string) => void;
  readonly write: boolean;
  readonly games?: number | undefined;
}): Promise<ExperimentResult> {
  const table = readDependencyTable(await readFile(docs('diplomacy-dependencies.md'), 'utf8'));
  const seeds = Array.from({ length: games }, (_, at) => String(at + 1));
  const measured: { [S in Schedule]?: readonly Measured[] } = {};
  for (const schedule of COLUMNS) {
    // One call at a time leaves the machine idle, so those games go together; the others have it to themselves.
    const groups = schedule === 'sequential' ? [seeds] : seeds.map((seed) => [seed]);
    const all: Measured[] = [];
    for (const group of groups) all.push(...(await play(group, { schedule, latency: LATENCY, table })));
    measured[schedule] = all;
    say(`${schedule}: ${(mean(all.map(({ game }) => game.wallMs)) / 1000).toFixed(2)} s a game`);
  }
  const constant: { [S in Schedule]?: Measured } = {};
  for (const schedule of COLUMNS) {
    const [only] = await play(['1'], { schedule, latency: 'fixed:200ms', table });
    if (only) constant[schedule] = only;
  }
  const result: ExperimentResult = {
    date: new Date().toISOString().slice(0, 10),
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version },
    latency: 'lognormal, median 200 ms, sigma 0.6',
    games: seeds.map((_, at) => inColumns((schedule) => measured[schedule]?.[at])),
    stages: Object.fromEntries(
      (Object.keys(EXPERIMENT_PHASES) as ExperimentPhase[]).map((phase) => [phase, stageOf(phase, measured)]),
    ) as ExperimentResult['stages'],
    constant: inColumns((schedule) => constant[schedule]),
    cachedShare: cachedShare(measured.concurrent ?? []),
  };
  say(`\n${experimentPage(result)}`);
  if (write) {
    await writeFile(docs('experiments/async-api-calls.json'), `${JSON.stringify(result, null, 2)}\n`);
    await writeFile(docs('experiments/async-api-calls.md'), experimentPage(result));
    say('written to docs/experiments/async-api-calls.md and .json');
  }
  return result;
}

async function play(
  seeds: readonly string[],
  { schedule, latency, table }: { readonly schedule: Schedule; readonly latency: string; readonly table: readonly Dependency[] },
): Promise<readonly Measured[]> {
  return withProvider(latency, async (providerUrl) => {
    const result = await runScenario<GamesResult>({ ...RULES, providerUrl, seeds, schedule });
    if (result.failed > 0) throw new Error(`${result.failed} of ${seeds.length} games failed; see above.`);
    const log = (await (await fetch(providerUrl.replace(/\/v1$/, '/__log'))).json()) as Parameters<typeof seenCalls>[0];
    const [only] = seeds;
    // A log of several games does not tell their calls apart, so the longest path is computed for games played alone.
    const calls = seeds.length === 1 && only !== undefined ? seenCalls(log) : [];
    return result.games.map((game) => ({ game, ideal: idealTime(calls, table) }));
  });
}

/** One game's times under each schedule, in seconds. */
function inColumns(of: (schedule: Schedule) => Measured | undefined): ExperimentGame {
  const [sequential, barriers, concurrent] = COLUMNS.map(of);
  if (!sequential || !barriers || !concurrent) throw new Error('A game is missing under one of the schedules.');
  const seconds = ({ game }: Measured): number => game.wallMs / 1000;
  return {
    seed: concurrent.game.seed,
    calls: concurrent.game.calls,
    sequential: seconds(sequential),
    barriers: seconds(barriers),
    concurrent: seconds(concurrent),
    ideal: concurrent.ideal.ms / 1000,
    levels: concurrent.game.levels,
  };
}

function stageOf(phase: ExperimentPhase, measured: { readonly [S in Schedule]?: readonly Measured[] }): ExperimentStage {
  const prompts: readonly string[] = EXPERIMENT_PHASES[phase];
  const seconds = (
    schedule: Schedule,
    ms: (of: MeasuredGame['byPrompt'][string], game: MeasuredGame, prompt: string) => number,
  ): number =>
    mean(
      (measured[schedule] ?? []).map(({ game }) =>
        prompts.reduce((sum, prompt) => sum + (game.byPrompt[prompt] ? ms(game.byPrompt[prompt], game, prompt) : 0), 0),
      ),
    ) / 1000;
  return {
    before: seconds('sequential', ({ sequentialMs }) => sequentialMs),
    barriers: seconds('barriers', (_of, game, prompt) => game.wavesByPrompt[prompt] ?? 0),
    after: seconds('concurrent', ({ onCriticalPathMs }) => onCriticalPathMs),
    calls: 1000 * seconds('concurrent', ({ calls }) => calls),
  };
}

function cachedShare(games: readonly Measured[]): number {
  const sum = (value: (game: MeasuredGame) => number): number => games.reduce((total, { game }) => total + value(game), 0);
  return (
    sum(({ cachedTokens }) => cachedTokens) /
    Math.max(
      1,
      sum(({ inputTokens }) => inputTokens),
    )
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
