import type { OptionValues, VerbCall } from '@entente/run-console';
import { freshFolder } from '@entente/run-console/session';
import type { GameKind } from '../runs/plan-games.js';
import { type demoOptions, NOT_IN_A_DEMO } from './batch-options.js';
import { playBatch } from './play-batch.js';

/** As long as a quick real model takes, so that what is seen is what concurrency does. */
const LATENCY = 'lognormal:150ms,0.25';
const LAST_YEAR = 1902;
const ROUNDS = 2;

type DemoOptions = OptionValues<typeof demoOptions>;

/** A game on the offline model, in a fresh folder, so that it is played live each time. */
export async function playDemo(kind: GameKind, { io, options }: Pick<VerbCall<DemoOptions>, 'io' | 'options'>): Promise<number> {
  const runsDir = await freshFolder(io, options.runsDir, 'demo-game');
  const models = options.models ?? ['offline'];
  const isOffline = models.some((id) => /^([a-z]+=)?offline\b/i.test(id));
  const exitCode = await playBatch(kind, {
    io,
    options: {
      ...NOT_IN_A_DEMO,
      ...options,
      models,
      maxYear: options.maxYear ?? (options.endAtPhase === undefined ? LAST_YEAR : undefined),
      negotiationRounds: options.negotiationRounds ?? ROUNDS,
      planning: true,
      latency: options.latency ?? (isOffline ? LATENCY : undefined),
      runsDir,
    },
  });
  if (exitCode === 0 && !options.json) io.stdout.write(`\n${whatToDoNext(runsDir)}\n`);
  return exitCode;
}

function whatToDoNext(runsDir: string): string {
  return [
    'Go on with:',
    `  npx lm-game show game S1901M/orders/FRANCE#0 --runs-dir ${runsDir}`,
    `  npx lm-game report --runs-dir ${runsDir}`,
    '  npx lm-game play --max-year 1902 --num-negotiation-rounds 2 --planning-phase',
    '  npx lm-game play --max-year 1902 --num-negotiation-rounds 1 --human FRANCE --models bot:greedy',
  ].join('\n');
}
