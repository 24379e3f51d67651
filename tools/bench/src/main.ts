import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { manyGames } from './many-games.js';
import { PEER_ENGINES } from './peer-engines.js';
import { seedExperiment } from './seed-experiment/seed-experiment.js';
import { callCostTable, coupleTable, diplomacyTable, gamesTable, promptTable } from './tables.js';
import { runScenario, withProvider } from './run-in-process.js';
import type { CallCostResult, CouplesResult, CouplesScenario, DiplomacyResult, ReplayResult } from './scenario.js';

/** The seed's measured run: ten scenes of two interactions. */
const SEED_RUN = {
  kind: 'couples',
  scenes: 10,
  interactionsPerScene: 2,
  durability: 'answer',
  maxRuns: 1000,
  seed: 'bench',
} as const;

/** Movement phases of real games, which lie beside the repository; a bare clone plays its own. */
const REAL_POSITIONS = fileURLToPath(new URL('../../../../shared/data/diplomacy/bench/positions.jsonl.gz', import.meta.url));

type Case = Pick<CouplesScenario, 'couples' | 'schedule' | 'extent'> & { readonly name: string; readonly latency: string };

const CASES: readonly Case[] = [
  { name: 'one couple, one call at a time', latency: 'fixed:50ms', couples: 1, schedule: 'sequential', extent: 'seed' },
  { name: 'one couple', latency: 'fixed:50ms', couples: 1, schedule: 'concurrent', extent: 'seed' },
  { name: '20 couples', latency: 'fixed:50ms', couples: 20, schedule: 'concurrent', extent: 'seed' },
  { name: 'one couple', latency: 'fixed:200ms', couples: 1, schedule: 'concurrent', extent: 'seed' },
  { name: '100 couples', latency: 'fixed:200ms', couples: 100, schedule: 'concurrent', extent: 'seed' },
  { name: '1,000 couples', latency: 'lognormal:2000ms,0.4', couples: 1000, schedule: 'concurrent', extent: 'seed' },
  { name: 'one couple, all extras', latency: 'fixed:50ms', couples: 1, schedule: 'concurrent', extent: 'all' },
  { name: '20 couples, all extras', latency: 'fixed:50ms', couples: 20, schedule: 'concurrent', extent: 'all' },
  { name: '100 couples, all extras', latency: 'fixed:200ms', couples: 100, schedule: 'concurrent', extent: 'all' },
];

const argument = (name: string): string | undefined =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

if (process.argv.includes('seed-experiment')) {
  const games = argument('games');
  await seedExperiment({ say, write: process.argv.includes('--write'), ...(games !== undefined && { games: Number(games) }) });
  process.exit(0);
}

const only = argument('only');
const wanted = (name: string): boolean => only === undefined || name.includes(only);

const rows: (Case & { readonly result: CouplesResult })[] = [];
for (const { latency, ...one } of CASES.filter(({ name }) => wanted(name))) {
  const scenario = ({ name: _name, ...settings }: Omit<Case, 'latency'>) => ({ ...SEED_RUN, ...settings });
  const result = await withProvider(latency, (providerUrl) => runScenario<CouplesResult>({ ...scenario(one), providerUrl }));
  rows.push({ ...one, latency, result });
  say(`${one.name} at ${latency}: ${(result.wallMs / 1000).toFixed(2)} s`);
}
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

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
};
say(`\n${machine.cores} cores (${machine.cpu}), Node ${machine.node}, ${machine.date}\n`);
if (rows.length > 0) say(`10 scenes x 2 interactions a couple\n\n${coupleTable(rows)}`);
const alone = rows.find((row) => row.name === 'one couple, all extras');
if (alone) say(promptTable(alone.result.byPrompt));
if (cost) say(callCostTable(cost));
if (games) say(gamesTable(games));
if (replay) say(`replay: ${Math.round(replay.calls / (replay.wallMs / 1000)).toLocaleString('en')} calls/s\n`);
if (diplomacy) {
  const { phases, arePlayed, ordersPerPosition, gameMs, phasesPerGame } = diplomacy;
  say(
    `diplomacy: ${phases.toLocaleString('en')} movement phases of ${arePlayed ? 'random' : 'real'} games, ${Math.round(ordersPerPosition)} legal orders each`,
  );
  say(diplomacyTable(diplomacy, PEER_ENGINES));
  say(`a game of random orders to 1910: ${gameMs.toFixed(2)} ms, ${Math.round(phasesPerGame)} phases\n`);
}

const folder = new URL('../results/', import.meta.url);
await mkdir(folder, { recursive: true });
const file = new URL('latest.json', folder);
await writeFile(file, `${JSON.stringify({ machine, couples: rows, replay, cost, diplomacy, games }, null, 2)}\n`);
say(`written to tools/bench/results/latest.json`);
