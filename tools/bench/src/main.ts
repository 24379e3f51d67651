import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { BENCH_HELP, BenchUsageError, type Measurement, MEASUREMENTS, parseBenchArguments } from './bench-options.js';
import { FINISHED_COUPLES, FINISHED_GAMES, finishedRuns } from './finished-runs.js';
import { manyGames } from './many-games.js';
import { type BenchRow, mergeResults, type Provenance, readResults } from './merge-results.js';
import { PEER_ENGINES } from './peer-engines.js';
import { seedExperiment } from './seed-experiment/seed-experiment.js';
import {
  callCostTable,
  coupleTable,
  diplomacyTable,
  finishedTable,
  gamesTable,
  promptTable,
  readersTable,
  speedTable,
} from './tables.js';
import { runScenario, withProvider } from './run-in-process.js';
import type {
  CallCostResult,
  ChangedSettings,
  CouplesResult,
  CouplesScenario,
  DiplomacyResult,
  PromptsResult,
  ReplayResult,
} from './scenario.js';
import { speedToHold } from './speed-to-hold.js';

const BATCH = { kind: 'couples', durability: 'answer', maxRuns: 1000, seed: 'bench' } as const;

/** Movement phases of real games, which lie beside the repository; a bare clone plays its own. */
const REAL_POSITIONS = fileURLToPath(new URL('../../../../shared/data/diplomacy/bench/positions.jsonl.gz', import.meta.url));

type Case = Pick<CouplesScenario, 'couples' | 'schedule' | 'settings'> & { readonly name: Measurement; readonly latency: string };

const one = { couples: 1, schedule: 'concurrent', settings: {} } as const;
const PREDECESSOR: ChangedSettings = { reflection: 'off', partnerAppraisal: false, closing: false };

const CASES: readonly Case[] = [
  { ...one, name: 'one couple, one call at a time', latency: 'fixed:50ms', schedule: 'sequential' },
  { ...one, name: 'one couple', latency: 'fixed:50ms' },
  { ...one, name: 'one couple, options offered', latency: 'fixed:50ms', settings: { choices: 'offered' } },
  { ...one, name: 'one couple, by state', latency: 'fixed:50ms', settings: { order: 'by-state' } },
  { ...one, name: 'one couple, no closing', latency: 'fixed:50ms', settings: { closing: false } },
  { ...one, name: 'one couple, private matters', latency: 'fixed:50ms', settings: { context: true } },
  { ...one, name: 'one couple, as the predecessor', latency: 'fixed:50ms', settings: PREDECESSOR },
  { ...one, name: 'one couple', latency: 'fixed:200ms' },
  { ...one, name: '20 couples', latency: 'fixed:200ms', couples: 20 },
  { ...one, name: 'one couple', latency: 'fixed:2000ms' },
  { ...one, name: '100 couples', latency: 'fixed:2000ms', couples: 100 },
  { ...one, name: '1,000 couples', latency: 'lognormal:2000ms,0.4', couples: 1000 },
];

/** Scenes of the couple whose prompts are measured. */
const MANY_SCENES = 50;

const RESULTS_PARENT = new URL('../', import.meta.url);
const RESULTS = new URL('results/', RESULTS_PARENT);

const say = (text: string): void => void process.stdout.write(`${text}\n`);

try {
  const command = parseBenchArguments(process.argv.slice(2));
  if (command.kind === 'help') say(BENCH_HELP);
  else if (command.kind === 'list') say(MEASUREMENTS.join('\n'));
  else if (command.kind === 'viewer') await (await import('./viewer/measure-viewer.js')).measureViewer(say);
  else if (command.kind === 'measure') await measure((name) => command.wanted.has(name));
  else {
    const { write, games } = command;
    await seedExperiment({ say, write, games });
  }
} catch (error) {
  if (!(error instanceof BenchUsageError)) throw error;
  process.stderr.write(`bench: ${error.message}\n`);
  process.exitCode = 2;
}

async function measure(wanted: (name: Measurement) => boolean): Promise<void> {
  const measured = provenance();
  const rows: (Case & { readonly result: CouplesResult })[] = [];
  for (const each of CASES.filter((one) => wanted(one.name) || isNeeded(one, wanted))) {
    const { name, latency, couples, schedule, settings } = each;
    const scenario = { ...BATCH, couples, schedule, settings };
    const result = await withProvider(latency, (providerUrl) => runScenario<CouplesResult>({ ...scenario, providerUrl }));
    rows.push({ ...each, result });
    say(`${name} at ${latency}: ${(result.wallMs / 1000).toFixed(2)} s`);
  }
  const prompts = wanted('prompts of a couple')
    ? await withProvider('0', (providerUrl) =>
        runScenario<PromptsResult>({ kind: 'prompts', providerUrl, settings: { scenes: MANY_SCENES }, seed: 'prompts' }),
      )
    : undefined;
  const replay = wanted('replay')
    ? await withProvider('0', (providerUrl) => runScenario<ReplayResult>({ kind: 'replay', providerUrl, replays: 60 }))
    : undefined;
  const cost = wanted('cost')
    ? await withProvider('0', (providerUrl) => runScenario<CallCostResult>({ kind: 'call-cost', providerUrl, rounds: 4 }))
    : undefined;
  const positionsFile = existsSync(REAL_POSITIONS) ? REAL_POSITIONS : null;
  const diplomacy = wanted('diplomacy')
    ? await runScenario<DiplomacyResult>({ kind: 'diplomacy', positionsFile, rounds: 7, games: 100 })
    : undefined;
  const games = wanted('100 games') ? await manyGames(100) : undefined;
  const finished = {
    '1,000 finished couples': wanted('1,000 finished couples') ? await finishedRuns(FINISHED_COUPLES) : undefined,
    '60 finished games': wanted('60 finished games') ? await finishedRuns(FINISHED_GAMES) : undefined,
  };

  const { cores, cpu, node, date, commit } = measured;
  say(`\n${cores} cores (${cpu}), Node ${node}, ${date}, commit ${commit}\n`);
  if (rows.length > 0) say(`10 scenes x 2 interactions a couple\n\n${coupleTable(rows)}`);
  const alone = rows.find((row) => row.name === 'one couple');
  if (alone) say(promptTable(alone.result.byPrompt));
  if (prompts) say(readersTable(prompts));
  const speeds = speedToHold(rows, prompts);
  if (speeds.length > 0) say(speedTable(speeds));
  if (cost) say(callCostTable(cost));
  if (games) say(gamesTable(games));
  const again = Object.entries(finished).flatMap(([name, result]) => (result ? [{ name, result }] : []));
  if (again.length > 0) say(finishedTable(again));
  if (replay) say(`replay: ${Math.round(replay.calls / (replay.wallMs / 1000)).toLocaleString('en')} calls/s\n`);
  if (diplomacy) {
    const { phases, arePlayed, ordersPerPosition, gameMs, phasesPerGame } = diplomacy;
    say(
      `diplomacy: ${phases.toLocaleString('en')} movement phases of ${arePlayed ? 'random' : 'real'} games, ${Math.round(ordersPerPosition)} legal orders each`,
    );
    say(diplomacyTable(diplomacy, PEER_ENGINES));
    say(`a game of random orders to 1910: ${gameMs.toFixed(2)} ms, ${Math.round(phasesPerGame)} phases\n`);
  }

  const single = { 'prompts of a couple': prompts, replay, cost, diplomacy, '100 games': games, ...finished };
  await keep([
    ...rows.map(({ name, latency, result }): BenchRow => ({ name, latency, measured, result })),
    ...Object.entries(single).flatMap(([name, result]): readonly BenchRow[] =>
      result === undefined ? [] : [{ name, latency: null, measured, result }],
    ),
  ]);
}

/** Whether a case is what a wanted batch is set against: one couple at the same latency. */
function isNeeded({ name, latency }: Case, wanted: (name: Measurement) => boolean): boolean {
  return name === 'one couple' && CASES.some((batch) => batch.couples > 1 && batch.latency === latency && wanted(batch.name));
}

/** Puts rows into the file of results, in the places of those of the same name and latency. */
async function keep(rows: readonly BenchRow[]): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  const file = new URL('latest.json', RESULTS);
  const before = readResults(existsSync(file) ? await readFile(file, 'utf8') : undefined);
  await writeFile(file, `${JSON.stringify({ rows: mergeResults(before, rows) }, null, 2)}\n`);
  say(`written to tools/bench/results/latest.json`);
}

function provenance(): Provenance {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    commit: commitNow(),
  };
}

function commitNow(): string {
  try {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, {
        cwd: fileURLToPath(RESULTS_PARENT),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '+'}`;
  } catch {
    return 'unknown';
  }
}
