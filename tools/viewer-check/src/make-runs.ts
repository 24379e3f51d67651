import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './command-line.js';

/** Runs of every kind, played offline. */
export interface MadeRuns {
  readonly folder: string;
  readonly runsDir: string;
  readonly couple: string;
  /** Fork of the couple in which one reply is markup that a careless page would carry out. */
  readonly fork: string;
  readonly game: string;
}

/** Words that do harm on a page that takes texts for markup. */
export const HOSTILE = '<img src="x" onerror="window.harmed = true"><script>window.harmed = true</script>';

/** Plays a couple, a fork of it with a hostile reply, a study of two conditions, and a game with messages. */
export async function makeRuns(): Promise<MadeRuns> {
  const folder = await mkdtemp(path.join(tmpdir(), 'viewer-check-'));
  const runsDir = 'runs';
  const quietly = ['--runs-dir', runsDir, '--durability', 'process', '-q'];
  await run('relationship-sim', folder, ['run', 'maya-jonas', '--scenes', '3', ...quietly]);
  const [couple = ''] = await readdir(path.join(folder, runsDir));
  const reply = { deed: 'puts the cup down', words: HOSTILE, tone: 'flatly', reason: 'To see what happens.', option: null };
  await writeFile(path.join(folder, 'edit.json'), JSON.stringify({ 'scene-2/beat-1/choose#0': JSON.stringify(reply) }));
  await run('relationship-sim', folder, ['fork', couple, '--at', 'scene-2', '--edit-replies', 'edit.json', ...quietly]);
  const fork = (await readdir(path.join(folder, runsDir))).find((name) => name !== couple) ?? '';
  await run('lm-game', folder, [
    ...['play', '--models', 'offline', '--max-year', '1902', '--num-negotiation-rounds', '1', ...quietly],
  ]);
  const game = (await readdir(path.join(folder, runsDir))).find((name) => name.startsWith('game')) ?? '';
  await run('relationship-sim', folder, ['init', 'my-study']);
  await run('relationship-sim', folder, ['batch', 'my-study', ...quietly]);
  return { folder, runsDir, couple, fork, game };
}
